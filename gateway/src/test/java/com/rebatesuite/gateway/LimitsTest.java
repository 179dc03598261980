package com.rebatesuite.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.rebatesuite.deploy.backends.Backends;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How much and how often. */
class LimitsTest extends GatewayTest {

    private static final String TWO_MEGABYTES = "x".repeat(2 << 20);

    @Test
    void takesNoBodyThatIsTooBig() throws Exception {
        var answer = door.post("/api/orders", token("shop"), TWO_MEGABYTES);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("content-too-large");
        assertThat(answer.retryable()).isFalse();
        assertThat(ORDERS.asked()).isEmpty();
    }

    @Test
    void noticesABodyOfUnknownLengthThatIsTooBig() throws Exception {
        var token = token("ops");
        for (int i = 0; i < 12; i++) {
            var answer = door.send(door.request("/ops/stock/adjustments", token)
                    .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(TWO_MEGABYTES.getBytes(UTF_8)))));

            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.code()).isEqualTo("content-too-large");
        }
        assertThat(breakers.circuitBreaker("stock").getState())
                .as("no fault of the service")
                .isEqualTo(State.CLOSED);
    }

    @Test
    void takesBiggerBatches() throws Exception {
        assertThat(door.post("/partners/orders", token("partner"), TWO_MEGABYTES)
                        .status())
                .isEqualTo(200);
        assertThat(door.post("/ops/stock/receipts", token("ops"), TWO_MEGABYTES).status())
                .isEqualTo(200);
        assertThat(INVENTORY.last().bodyBytes()).isEqualTo(2 << 20);
        assertThat(door.post("/ops/catalogue/imports", token("ops"), TWO_MEGABYTES.repeat(3))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void waitsForTheRestOfABodyOnlySoLongAndBlamesNoService() throws Exception {
        var token = token("ops");
        for (int i = 0; i < 12; i++) {
            try (var socket = new Socket("localhost", port)) {
                socket.setSoTimeout(5_000);
                socket.getOutputStream().write("""
                        POST /ops/stock/adjustments HTTP/1.1\r
                        Host: localhost\r
                        Authorization: Bearer %s\r
                        Content-Length: 100\r
                        \r
                        {"sku":""".formatted(token).getBytes(UTF_8));

                var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

                assertThat(answer).startsWith("HTTP/1.1 408 ");
            }
        }
        assertThat(breakers.circuitBreaker("stock").getState()).isEqualTo(State.CLOSED);
    }

    @Test
    void hangsUpWhenTheRestOfAnAnswerDoesNotCome() {
        var done = new CountDownLatch(1);
        INVENTORY.does(exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write("begun".getBytes(UTF_8));
            exchange.getResponseBody().flush();
            done.await(10, TimeUnit.SECONDS);
        });

        assertThatThrownBy(() -> door.get("/api/stock/tea", token("shop"))).isInstanceOf(IOException.class);
        assertThat(done.getCount())
                .as("the service still holds its answer back")
                .isOne();
        done.countDown();
    }

    @Test
    void stopsWhoAsksTooOftenAndSaysHowLong() throws Exception {
        var token = token("shop");

        var refused = useUp(token);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("too-many-requests");
        assertThat(refused.retryable()).isTrue();
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(door.get("/api/stock/tea", token("shop")).status())
                .as("somebody else")
                .isEqualTo(200);
    }

    @Test
    void countsEveryDoorByItself() throws Exception {
        var token = token("shop ops");
        useUp(token);

        assertThat(door.get("/ops/stock/tea/movements", token).status()).isEqualTo(200);
    }

    @Test
    void limitsOnWithoutRedisAndSharesAgainWithIt() throws Exception {
        Backends.redis().kill();
        try {
            assertThat(useUp(token("shop")).status()).isEqualTo(429);
            assertThat(door.get("/api/stock/tea", token("shop")).status())
                    .as("nobody is shut out")
                    .isEqualTo(200);
        } finally {
            Backends.redis().start();
        }
        breakers.circuitBreaker("redis").reset();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            door.get("/api/stock/tea", token("shop"));
            assertThat(breakers.circuitBreaker("redis").getMetrics().getNumberOfSuccessfulCalls())
                    .isPositive();
        });
    }

    /** Asks until refused: the burst is forty, so more than sixty is no limit. */
    private Door.Answer useUp(String token) throws Exception {
        for (int i = 0; i < 60; i++) {
            var answer = door.get("/api/stock/tea", token);
            if (answer.status() != 200) {
                assertThat(i).as("requests let through").isGreaterThanOrEqualTo(40);
                return answer;
            }
        }
        throw new AssertionError("nothing was refused");
    }
}
