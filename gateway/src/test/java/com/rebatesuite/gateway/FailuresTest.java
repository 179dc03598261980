package com.rebatesuite.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the one who asks is told when something behind is slow, gone or broken. */
class FailuresTest extends GatewayTest {

    @Test
    void waitsForASlowServiceOnlySoLong() throws Exception {
        var done = new CountDownLatch(1);
        INVENTORY.does(exchange -> done.await(10, TimeUnit.SECONDS));

        var answer = door.get("/api/stock/tea", token("shop"));
        done.countDown();

        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.code()).isEqualTo("timeout");
        assertThat(answer.retryable()).isTrue();
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(INVENTORY.asked()).as("a slow service is not asked again").hasSize(1);
    }

    @Test
    void givesBatchesMoreTime() throws Exception {
        INVENTORY.does(exchange -> {
            // Longer than the usual timeout of this test, and no latch to wait for.
            new CountDownLatch(1).await(2_000, TimeUnit.MILLISECONDS);
            Service.answer(exchange, 200, "text/plain", "received");
        });

        assertThat(door.post("/ops/stock/receipts", token("ops"), "{}").body()).isEqualTo("received");
    }

    /** Whoever asks the ledger for something may wait for its answer; whoever only reads gets one soon, or none. */
    @Test
    void letsCommandsToTheLedgerWaitForTheirOutcome() throws Exception {
        REBATES.does(exchange -> {
            new CountDownLatch(1).await(2_000, TimeUnit.MILLISECONDS);
            Service.answer(exchange, 201, "text/plain", "held");
        });

        assertThat(door.post("/api/rebates/withdrawals", token("shop"), "{}").body())
                .isEqualTo("held");
        assertThat(door.post("/ops/rebates/payout-batches", token("ops"), "{}").body())
                .isEqualTo("held");
        assertThat(door.get("/api/rebates/withdrawals", token("shop")).status()).isEqualTo(504);
    }

    @Test
    void saysAtOnceThatAServiceIsDead() throws Exception {
        INVENTORY.kill();

        var read = door.get("/api/stock/tea", token("shop"));
        var write = door.post("/ops/stock/adjustments", token("ops"), "{}");

        for (var answer : new Door.Answer[] {read, write}) {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("unreachable");
            assertThat(answer.retryable()).isTrue();
            assertThat(answer.header("Retry-After")).isEqualTo("1");
        }
    }

    @Test
    void saysAtOnceThatNoInstanceIsKnown() throws Exception {
        registered("inventory-service");

        await().untilAsserted(() -> {
            var answer = door.get("/api/stock/tea", token("shop"));
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("no-instance");
            assertThat(answer.retryable()).isTrue();
        });
    }

    @Test
    void readsFromTheNextInstanceWhenOneIsDead() throws Exception {
        MORE_ORDERS.kill();

        for (int i = 0; i < 6; i++) {
            assertThat(door.get("/api/orders", token("shop")).status()).isEqualTo(200);
        }
        assertThat(ORDERS.asked()).hasSize(6);
    }

    @Test
    void readsAgainWhenAServiceHangsUp() throws Exception {
        INVENTORY.does(exchange -> {
            if (INVENTORY.asked().size() == 1) {
                throw new IllegalStateException("hangs up");
            }
            Service.answer(exchange, 200, "text/plain", "at last");
        });

        assertThat(door.get("/api/stock/tea", token("shop")).body()).isEqualTo("at last");
    }

    @Test
    void writesOnlyOnceAndSaysThatItMayBeTriedAgain() throws Exception {
        INVENTORY.does(FailuresTest::hangUp);

        var answer = door.post("/ops/stock/adjustments", token("ops"), "{}");

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.code()).isEqualTo("bad-gateway");
        assertThat(answer.retryable()).isTrue();
        assertThat(INVENTORY.asked()).hasSize(1);
    }

    @Test
    void givesABrokenServiceARestAndFindsItAgain() throws Exception {
        INVENTORY.does(FailuresTest::hangUp);
        var token = token("ops");
        await().untilAsserted(() -> assertThat(
                        door.post("/ops/stock/adjustments", token, "{}").code())
                .isEqualTo("circuit-open"));
        var asked = INVENTORY.asked().size();

        var answer = door.post("/ops/stock/adjustments", token, "{}");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.retryable()).isTrue();
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(INVENTORY.asked()).as("left alone").hasSize(asked);
        assertThat(door.get("/api/orders", token("shop")).status())
                .as("the others are open")
                .isEqualTo(200);

        INVENTORY.reset();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(
                                door.post("/ops/stock/adjustments", token, "{}").status())
                        .isEqualTo(200));
    }

    @Test
    void findsAKilledServiceAtItsOldAndAtItsNewAddress() throws Exception {
        INVENTORY.kill();
        assertThat(door.get("/api/stock/tea", token("shop")).status()).isEqualTo(503);

        INVENTORY.start();
        assertThat(door.get("/api/stock/tea", token("shop")).status()).isEqualTo(200);

        INVENTORY.moveElsewhere();
        registered("inventory-service", INVENTORY);
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(
                                door.get("/api/stock/tea", token("ops shop")).status())
                        .isEqualTo(200));
    }

    @Test
    void countsNoRefusalOfItsOwnAndNoErrorOfAServiceAgainstIt() throws Exception {
        INVENTORY.does(exchange -> Service.answer(exchange, 500, "application/problem+json", "{}"));
        var token = token("ops");

        for (int i = 0; i < 30; i++) {
            assertThat(door.get("/ops/stock/tea/movements", token).status()).isEqualTo(500);
        }

        assertThat(breakers.circuitBreaker("stock").getState()).isEqualTo(State.CLOSED);
    }

    /** Mixed as clients mix them, on one connection each: a Reactor Netty that reads no further would hang here. */
    @Test
    void keepsAConnectionAliveThroughAnswersAndRefusals() throws Exception {
        var token = token("ops");
        for (int i = 0; i < 300; i++) {
            assertThat(door.get("/ops/stock/tea/movements", token).status()).isEqualTo(200);
            assertThat(door.get("/ops/stock/tea/movements", null).status()).isEqualTo(401);
            assertThat(door.get("/api/stock/tea", token).status()).isEqualTo(403);
        }
    }

    private static void hangUp(HttpExchange exchange) {
        throw new IllegalStateException("hangs up");
    }
}
