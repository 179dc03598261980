package com.rebatesuite.inventory.view.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.StockLevel;
import com.rebatesuite.inventory.view.FastLevels;
import com.rebatesuite.inventory.view.ViewProperties;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.ReturnType;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.ScanOptions;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Levels in Redis: one hash per product, see {@link Scripts}. */
@Component
class RedisLevels implements FastLevels {

    private static final String PREFIX = "stock-levels:";
    // Also what an earlier version wrote: a string per level, named stock:<location>:<sku>.
    private static final String EVER_OURS = "stock[-:]*";

    private final StringRedisTemplate redis;
    private final String seconds;

    RedisLevels(StringRedisTemplate redis, ViewProperties properties) {
        this.redis = redis;
        this.seconds = Long.toString(properties.refillAfter().toSeconds());
    }

    @Override
    public Known of(Collection<String> skus) {
        var asked = List.copyOf(skus);
        var answer = Objects.requireNonNull(redis.execute(Scripts.READ, names(asked)));
        var levels = new HashMap<String, List<StockLevel>>();
        for (int i = 0; i < asked.size(); i++) {
            if (answer.get(i + 1) instanceof List<?> fields) {
                var sku = asked.get(i);
                levels(sku, fields).ifPresent(found -> levels.put(sku, found));
            }
        }
        return new Known(String.valueOf(answer.getFirst()), levels);
    }

    @Override
    public void write(Collection<StockLevel> levels) {
        write(levels.stream().collect(groupingBy(level -> level.key().sku())), "");
    }

    @Override
    public void fill(Map<String, List<StockLevel>> levels, String run) {
        write(levels, run);
    }

    @Override
    public String forget(Collection<String> skus) {
        return String.valueOf(Objects.requireNonNull(redis.execute(Scripts.FORGET, names(skus)))
                .getFirst());
    }

    @Override
    public long retain(int chunk, Function<Collection<String>, Set<String>> existing) {
        var options = ScanOptions.scanOptions().match(EVER_OURS).count(chunk).build();
        long removed = 0;
        var looked = new ArrayList<String>(chunk);
        try (var names = redis.scan(options)) {
            while (names.hasNext()) {
                looked.add(names.next());
                if (looked.size() == chunk || !names.hasNext()) {
                    removed += removeStrangers(looked, existing);
                    looked.clear();
                }
            }
        }
        return removed;
    }

    private long removeStrangers(List<String> names, Function<Collection<String>, Set<String>> existing) {
        var known = existing.apply(names.stream()
                .filter(name -> name.startsWith(PREFIX))
                .map(name -> name.substring(PREFIX.length()))
                .toList());
        var strangers = names.stream()
                .filter(name -> !name.startsWith(PREFIX) || !known.contains(name.substring(PREFIX.length())))
                .toList();
        redis.unlink(strangers);
        return strangers.size();
    }

    /** All of a poll in one go over the wire; the pipeline collects the results, so there is none of its own. */
    private void write(Map<String, List<StockLevel>> levels, String run) {
        RedisCallback<@Nullable Object> writes = connection -> {
            levels.forEach((sku, ofSku) -> write(connection, sku, ofSku, run));
            return null;
        };
        try {
            redis.executePipelined(writes);
        } catch (DataAccessException away) {
            throw new DataAccessResourceFailureException("the fast view does not answer", away);
        }
    }

    private void write(RedisConnection connection, String sku, List<StockLevel> levels, String run) {
        var words = new ArrayList<>(List.of(PREFIX + sku, run, seconds));
        levels.forEach(level -> words.addAll(List.of(level.key().location(), LevelText.of(level))));
        connection
                .scriptingCommands()
                .eval(
                        bytes(Scripts.WRITE),
                        ReturnType.INTEGER,
                        1,
                        words.stream().map(RedisLevels::bytes).toArray(byte[][]::new));
    }

    /** Empty when something there is not of ours: the books are asked, as for a product that is not known. */
    private static Optional<List<StockLevel>> levels(String sku, List<?> fields) {
        var levels = new ArrayList<StockLevel>();
        try {
            for (int i = 0; i < fields.size(); i += 2) {
                var location = String.valueOf(fields.get(i));
                if (!location.isEmpty()) {
                    levels.add(LevelText.read(new LevelKey(sku, location), String.valueOf(fields.get(i + 1))));
                }
            }
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
        levels.sort(Comparator.comparing(StockLevel::key));
        return Optional.of(levels);
    }

    private static List<String> names(Collection<String> skus) {
        return skus.stream().map(sku -> PREFIX + sku).toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
