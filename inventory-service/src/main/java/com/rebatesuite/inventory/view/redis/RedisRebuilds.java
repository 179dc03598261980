package com.rebatesuite.inventory.view.redis;

import com.rebatesuite.inventory.view.Rebuild;
import com.rebatesuite.inventory.view.Rebuilds;
import com.rebatesuite.inventory.view.ViewProperties;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Rebuilds in Redis: what goes away with the view says nothing any more. Two at once would be slow, but not wrong. */
@Component
class RedisRebuilds implements Rebuilds {

    // Not among the names the rebuild itself looks through.
    private static final String RUNNING = "rebuild:stock-view";
    private static final Duration KEPT = Duration.ofDays(1);

    private final StringRedisTemplate redis;
    private final Duration lease;

    RedisRebuilds(StringRedisTemplate redis, ViewProperties properties) {
        this.redis = redis;
        this.lease = properties.rebuildLease();
    }

    @Override
    public Rebuild begin(Rebuild rebuild) {
        write(rebuild);
        if (Boolean.TRUE.equals(
                redis.opsForValue().setIfAbsent(RUNNING, rebuild.id().toString(), lease))) {
            return rebuild;
        }
        redis.delete(name(rebuild.id()));
        // Whoever had it may have ended in between.
        return current().orElseGet(() -> begin(rebuild));
    }

    @Override
    public void note(Rebuild rebuild) {
        write(rebuild);
        redis.expire(RUNNING, lease);
    }

    @Override
    public void end(Rebuild rebuild) {
        write(rebuild);
        redis.delete(RUNNING);
    }

    @Override
    public Optional<Rebuild> of(UUID id) {
        return Optional.ofNullable(redis.opsForValue().get(name(id)))
                .map(text -> read(id, text))
                .map(this::orLost);
    }

    private Optional<Rebuild> current() {
        return Optional.ofNullable(redis.opsForValue().get(RUNNING)).flatMap(id -> of(UUID.fromString(id)));
    }

    private Rebuild orLost(Rebuild rebuild) {
        var runs = rebuild.id().toString().equals(redis.opsForValue().get(RUNNING));
        return rebuild.state() == Rebuild.State.RUNNING && !runs ? rebuild.failed() : rebuild;
    }

    private void write(Rebuild rebuild) {
        var text = String.join(
                " ",
                rebuild.state().name(),
                rebuild.startedAt().toString(),
                rebuild.updatedAt().toString(),
                Long.toString(rebuild.products()),
                Long.toString(rebuild.levels()),
                Long.toString(rebuild.removed()));
        redis.opsForValue().set(name(rebuild.id()), text, KEPT);
    }

    private static Rebuild read(UUID id, String text) {
        var parts = text.split(" ", -1);
        return new Rebuild(
                id,
                Rebuild.State.valueOf(parts[0]),
                Instant.parse(parts[1]),
                Instant.parse(parts[2]),
                Long.parseLong(parts[3]),
                Long.parseLong(parts[4]),
                Long.parseLong(parts[5]));
    }

    private static String name(UUID id) {
        return RUNNING + ":" + id;
    }
}
