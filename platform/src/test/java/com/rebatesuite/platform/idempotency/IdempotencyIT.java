package com.rebatesuite.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rebatesuite.platform.PlatformIT;
import com.rebatesuite.platform.ThingController;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

class IdempotencyIT extends PlatformIT {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JsonMapper mapper;

    @Test
    void answersTheSameRequestWithTheFirstAnswerToTheByte() {
        var key = key();
        var name = "thing-" + key;

        var first = post("alice", key, "/api/things", body(name));
        var again = post("alice", key, "/api/things", body(name));

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.headers().firstValue("Idempotency-Hit")).isEmpty();
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.headers().firstValue("Idempotency-Hit")).contains("true");
        assertThat(again.body()).isEqualTo(first.body()).contains("\"thing_id\":", "\"made_at\":\"");
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"))
                .isPresent();
        assertThat(again.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(again.headers().firstValue("Content-Type"))
                .isEqualTo(first.headers().firstValue("Content-Type"));
        assertThat(things(name)).isEqualTo(1);
    }

    @Test
    void keepsKeysOfDifferentCallersApart() {
        var key = key();
        var name = "shared-" + key;

        assertThat(post("alice", key, "/api/things", body(name)).statusCode()).isEqualTo(201);
        var other = post("bob", key, "/api/things", body(name));

        assertThat(other.statusCode()).isEqualTo(201);
        assertThat(other.headers().firstValue("Idempotency-Hit")).isEmpty();
        assertThat(things(name)).isEqualTo(2);
    }

    @Test
    void refusesARequestWithoutAKeyOrWithOneThatIsTooLong() {
        var without = send(as(token("alice", "shop"), "/api/things")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body("keyless"))));

        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(without.body()).contains("idempotency-key-missing");
        assertThat(post("alice", "k".repeat(129), "/api/things", body("keyless"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("alice", "k".repeat(128), "/api/things", body("longest-key-" + key()))
                        .statusCode())
                .isIn(201, 422);
        assertThat(things("keyless")).isZero();
    }

    @Test
    void refusesAKeyThatComesWithAnotherBodyOrAnotherQuery() {
        var key = key();
        post("alice", key, "/api/things?a=1&b=2", body("reused-" + key));

        var otherBody = post("alice", key, "/api/things?a=1&b=2", body("other-" + key));
        var otherQuery = post("alice", key, "/api/things?a=1&b=3", body("reused-" + key));
        var sameInOtherOrder = post("alice", key, "/api/things?b=2&a=1", body("reused-" + key));

        assertThat(otherBody.statusCode()).isEqualTo(422);
        assertThat(otherBody.body()).contains("idempotency-key-reused");
        assertThat(otherQuery.statusCode()).isEqualTo(422);
        assertThat(sameInOtherOrder.headers().firstValue("Idempotency-Hit")).contains("true");
        assertThat(things("other-" + key)).isZero();
    }

    @Test
    void leavesNothingOfACrashAndStartsAfresh() {
        var key = key();

        var crashed = post("alice", key, "/api/things", body("crash-" + key));
        assertThat(crashed.statusCode()).isEqualTo(500);
        assertThat(crashed.body()).contains("internal-error").doesNotContain("secret");
        assertThat(things("crash-" + key)).isZero();

        var calls = ThingController.CALLS.get();
        assertThat(post("alice", key, "/api/things", body("crash-" + key))
                        .headers()
                        .firstValue("Idempotency-Hit"))
                .isEmpty();
        assertThat(ThingController.CALLS.get()).isEqualTo(calls + 1);
    }

    @Test
    void storesNoRefusalAndLeavesNothingOfIt() {
        var key = key();

        assertThat(post("alice", key, "/api/things", body("refused-" + key)).statusCode())
                .isEqualTo(409);
        assertThat(things("refused-" + key)).isZero();
        assertThat(post("alice", key, "/api/things", body("at-last-" + key)).statusCode())
                .isEqualTo(201);
    }

    @Test
    void runsADryRunWithoutEffectAndForgetsIt() {
        var key = key();
        var name = "dry-" + key;

        assertThat(post("alice", key, "/api/things?dry_run=true", body(name)).statusCode())
                .isEqualTo(201);
        assertThat(post("alice", key, "/api/things?dry_run=true", body(name))
                        .headers()
                        .firstValue("Idempotency-Hit"))
                .isEmpty();
        assertThat(things(name)).isZero();

        assertThat(post("alice", key, "/api/things", body(name)).headers().firstValue("Idempotency-Hit"))
                .isEmpty();
        assertThat(things(name)).isEqualTo(1);
    }

    @Test
    void repeatsTheAmendedAnswer() {
        var key = key();

        var first = post("alice", key, "/api/things", body("amended-" + key));
        var again = post("alice", key, "/api/things", body("amended-" + key));

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).contains("better");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotency-Hit")).contains("true");
    }

    @Test
    void saysThatTheFirstRequestIsStillRunning() throws Exception {
        var key = key();
        var name = "slow-" + key;
        var hold = new CountDownLatch(1);
        ThingController.HOLD.set(hold);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> post("alice", key, "/api/things", body(name)));
            try {
                await().until(() -> ThingController.HOLD.get() == null);

                var second = post("alice", key, "/api/things", body(name));
                assertThat(second.statusCode()).as(second.body()).isEqualTo(409);
                assertThat(second.body()).contains("request-in-progress", "\"retryable\":true");
            } finally {
                hold.countDown();
            }
            assertThat(first.get().statusCode()).isEqualTo(201);
        }
        assertThat(things(name)).isEqualTo(1);
    }

    static Stream<Long> seeds() {
        return LongStream.rangeClosed(1, 5).boxed();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void inv5_hasOneEffectForAnyNumberOfConcurrentRequests(long seed) throws Exception {
        var random = new SplittableRandom(seed);
        var key = key();
        var name = "concurrent-" + key;
        var requests = random.nextInt(3, 9);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<HttpResponse<String>> request = () -> post("alice", key, "/api/things", body(name));
            var responses = threads.invokeAll(
                    Stream.generate(() -> request).limit(requests).toList());
            for (var response : responses) {
                assertThat(response.get().statusCode()).isIn(201, 409);
            }
        }

        assertThat(post("alice", key, "/api/things", body(name)).statusCode()).isEqualTo(201);
        assertThat(things(name)).isEqualTo(1);
    }

    @Test
    void forgetsOnlyWhatIsOldEnough() {
        var key = key();
        post("alice", key, "/api/things", body("kept-" + key));
        jdbc.sql("insert into idempotent_request values ('carol', ?, '', 200, '{}', '', now() - interval '3 days')")
                .param(key)
                .update();
        var meters = new SimpleMeterRegistry();
        var properties =
                new IdempotencyProperties(Duration.ofDays(2), Duration.ofMinutes(5), 1, DataSize.ofMegabytes(5));

        new IdempotencyTidy(new Answers(jdbc, mapper, Clock.systemUTC()), properties, meters).tidy();

        assertThat(keys("carol")).doesNotContain(key);
        assertThat(keys("alice")).contains(key);
        assertThat(meters.counter("idempotency.forgotten").count()).isPositive();
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        var response = post("alice", key(), "/api/things", body("x".repeat(6_000_000)));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("content-too-large");
    }

    private HttpResponse<String> post(String caller, String key, String path, String body) {
        return send(as(token(caller, "shop"), path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String body(String name) {
        return "{\"name\": \"" + name + "\", \"unit_count\": 3}";
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private int things(String name) {
        return Objects.requireNonNull(jdbc.sql("select count(*) from thing where name = ?")
                .param(name)
                .query(Integer.class)
                .single());
    }

    private List<String> keys(String caller) {
        return jdbc.sql("select key from idempotent_request where caller = ?")
                .param(caller)
                .query((row, number) -> row.getString("key"))
                .list();
    }
}
