package com.rebatesuite.inventory.view.redis;

import static com.rebatesuite.inventory.commit.StockFixture.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rebatesuite.deploy.backends.Backends;
import com.rebatesuite.inventory.InventoryServiceFixture;
import com.rebatesuite.inventory.commit.GroupCommit;
import com.rebatesuite.inventory.commit.StockFixture;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.StockLevel;
import com.rebatesuite.inventory.view.FastLevels;
import com.rebatesuite.inventory.view.Levels;
import com.rebatesuite.inventory.view.Rebuild;
import com.rebatesuite.inventory.view.ViewProperties;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/** After a rebuild the view is what the books are, whatever it was before and whatever happens meanwhile. */
class RebuildIT extends InventoryServiceFixture {

    private static final String PATH = "/ops/stock/view/rebuild";

    @Autowired
    FastLevels fast;

    @Autowired
    Levels books;

    @Autowired
    GroupCommit commit;

    @Autowired
    StringRedisTemplate template;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void theViewEqualsTheBooksAlsoWhileTheyAreWritten(long seed) throws Exception {
        var random = new SplittableRandom(seed);
        var skus = new ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            skus.add(fresh("SKU"));
            commit.decide(StockFixture.receive(fresh("r"), line(LevelKey.main(skus.get(i)), 100)));
        }
        awaitInView(skus);
        spoil(skus, random);

        var writing = new AtomicBoolean(true);
        Callable<Long> writer = () -> {
            long written = 0;
            for (; writing.get(); written++) {
                var key = new LevelKey(skus.get((int) (written % skus.size())), written % 3 == 0 ? "b" : "main");
                commit.decide(StockFixture.receive(fresh("r"), line(key, 1)));
            }
            return written;
        };
        try (var threads = Executors.newSingleThreadExecutor()) {
            var written = threads.submit(writer);
            var done = rebuild();
            writing.set(false);
            assertThat(written.get()).isPositive();
            assertThat(done).contains("\"state\":\"done\"");
        }

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(fast.of(skus).levels()).isEqualTo(books.of(skus)));
        assertThat(template.keys("stock*")).allMatch(name -> name.startsWith("stock-levels:"));
        assertThat(template.hasKey("stock-levels:" + tea)).isFalse();
    }

    @Test
    void isTheOnlyOneThatRunsAndIsToldByItsId() {
        var rebuilds = new RedisRebuilds(template, new ViewProperties(Duration.ofDays(1), 1, Duration.ofMinutes(1)));
        var other = new Rebuild(
                UUID.randomUUID(), Rebuild.State.RUNNING, Instant.EPOCH, Instant.EPOCH.plusSeconds(1), 3, 4, 5);
        assertThat(rebuilds.begin(other)).isEqualTo(other);

        var answer = exchange(HttpMethod.POST, PATH, operator, fresh("key"), null);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.ACCEPTED);
        assertThat(answer.getHeaders().getLocation()).hasToString(PATH + "/" + other.id());
        assertThat(get(PATH + "/" + other.id()).getBody())
                .isEqualTo(
                        "{\"id\":\"" + other.id() + "\",\"state\":\"running\",\"started_at\":\"1970-01-01T00:00:00Z\","
                                + "\"updated_at\":\"1970-01-01T00:00:01Z\",\"products\":3,\"levels\":4,\"removed\":5}");

        // Its replica has died, and its lease has run out.
        template.delete("rebuild:stock-view");
        assertThat(body(get(PATH + "/" + other.id())).path("state").stringValue())
                .isEqualTo("failed");
        assertThat(rebuild()).contains("\"state\":\"done\"");
        assertProblem(get(PATH + "/" + UUID.randomUUID()), HttpStatus.NOT_FOUND, "unknown-rebuild");
    }

    @Test
    void isForOperatorsAndOncePerKey() {
        var key = fresh("key");
        var first = exchange(HttpMethod.POST, PATH, operator, key, null);
        var again = exchange(HttpMethod.POST, PATH, operator, key, null);

        assertThat(again.getHeaders().getFirst("Idempotency-Hit")).isEqualTo("true");
        assertThat(again.getHeaders().getLocation())
                .isEqualTo(first.getHeaders().getLocation());
        awaitDone(String.valueOf(first.getHeaders().getLocation()));
        assertProblem(
                exchange(HttpMethod.POST, PATH, operator, null, null),
                HttpStatus.BAD_REQUEST,
                "idempotency-key-missing");
        assertProblem(
                exchange(HttpMethod.POST, PATH, Backends.issuer().token("alice", "shop"), key, null),
                HttpStatus.FORBIDDEN,
                "forbidden");
    }

    /** Lost, too old, too new, of no product, of an earlier version. */
    private void spoil(List<String> skus, SplittableRandom random) {
        var run = fast.of(List.of()).run();
        for (var sku : skus) {
            var name = "stock-levels:" + sku;
            switch (random.nextInt(4)) {
                case 0 -> template.delete(name);
                case 1 -> template.opsForHash().put(name, "main", "0:7:0:0:0:0:0:0:ok");
                case 2 -> template.opsForHash().put(name, "main", "999999999:7:0:0:0:0:0:0:ok");
                default -> template.opsForHash().put(name, "nowhere", "5:7:0:0:0:0:0:0:ok");
            }
        }
        fast.fill(Map.of(tea, List.of(new StockLevel(LevelKey.main(tea), 1, 0, 0, 1))), run);
        template.opsForValue().set("stock:main:" + tea, "1:1:0:0");
        assertThat(fast.of(skus).levels()).isNotEqualTo(books.of(skus));
    }

    private void awaitInView(List<String> skus) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> skus.stream().allMatch(sku -> template.hasKey("stock-levels:" + sku)));
        fast.fill(books.of(skus), fast.of(List.of()).run());
    }

    private String rebuild() {
        var answer = exchange(HttpMethod.POST, PATH, operator, fresh("key"), null);
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(HttpStatus.ACCEPTED);
        return awaitDone(String.valueOf(answer.getHeaders().getLocation()));
    }

    private String awaitDone(String location) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !body(get(location)).path("state").stringValue().equals("running"));
        return String.valueOf(get(location).getBody());
    }
}
