package com.rebatesuite.inventory.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rebatesuite.deploy.backends.Backends;
import com.rebatesuite.inventory.InventoryServiceFixture;
import com.rebatesuite.inventory.commit.GroupCommit;
import com.rebatesuite.inventory.commit.StockCommand;
import com.rebatesuite.inventory.reservation.Asked;
import com.rebatesuite.inventory.reservation.Demand;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * A database that was damaged by SQL, and an order-service that says something else: everything is found, and put right
 * through the books. Every test that expects a break was seen red without the comparison that finds it, the busy system
 * without the grace for what has just moved, and what was overtaken without the second look.
 */
class ReconciliationIT extends InventoryServiceFixture {

    private static final Duration LONG_AGO = Duration.ofHours(1);

    private final UUID order = UUID.randomUUID();

    @Autowired
    JdbcClient jdbc;

    @Autowired
    GroupCommit commit;

    @Autowired
    MeterRegistry meters;

    @AfterEach
    void everybodyIsBack() {
        ORDERS.away(false);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "units beside the journal | update stock_level set on_hand = 15 where sku = ? | 10",
                "units taken beside it    | update stock_level set on_hand = 7 where sku = ?  | 10",
                "damaged beside it        | update stock_level set damaged = 2 where sku = ?  | 10",
                "a shortfall beside it    | update stock_level set shortfall = 3 where sku = ?| 10",
                "a level that is gone     | delete from stock_level where sku = ?             | 10",
            })
    void inv8_aLevelSomebodyWroteIsFoundAndPutRight(String name, String damage, long onHand) {
        receive(Map.of(tea, 10L));
        jdbc.sql(damage).param(tea).update();
        var report = reconcile(tea);

        assertThat(report.path("summary").path("breaks").toString()).isEqualTo("{\"level-not-journal\":1}");
        var found = onlyBreakOf(report);
        assertThat(found.path("sku").stringValue()).isEqualTo(tea);
        assertThat(found.path("level").path("journal").toString())
                .isEqualTo("{\"units\":{\"on_hand\":10,\"held\":0,\"damaged\":0,\"shortfall\":0},\"sequence\":1}");
        assertThat(found.path("level").path("last_movements").findValuesAsString("reason"))
                .containsExactly("receipt");
        assertThat(found.path("proposal").toString())
                .isEqualTo("{\"action\":\"compensate\",\"movement\":"
                        + "{\"on_hand\":0,\"held\":0,\"damaged\":0,\"shortfall\":0}}");

        approve(report, HttpStatus.OK);

        assertThat(verified()).isEqualTo("{\"checked\":1,\"breaks\":[]}");
        var movement =
                body(get("/ops/stock/" + tea + "/movements")).path("items").get(0);
        assertThat(movement.path("reason").stringValue()).isEqualTo("compensation");
        assertThat(movement.path("actor").stringValue()).isEqualTo("olga");
        assertThat(movement.path("note").stringValue()).isEqualTo("checked by hand");
        assertThat(movement.path("on_hand").longValue()).isEqualTo(onHand);
        assertNoBreaks(reconcile(tea));
    }

    /** The next movement could not have been written any more: its place in the journal was taken. */
    @Test
    void inv8_aMovementSomebodyWroteIsFoundAndPutRight() {
        receive(Map.of(tea, 10L));
        journal(2, 5, 0);
        var report = reconcile(tea);

        assertThat(onlyBreakOf(report).path("kind").stringValue()).isEqualTo("level-not-journal");
        approve(report, HttpStatus.OK);

        assertThat(verified()).isEqualTo("{\"checked\":1,\"breaks\":[]}");
        receive(Map.of(tea, 1L));
        assertThat(onHand(tea)).isEqualTo(16);
    }

    /** The level and the reservations agree, so that only the journal shows it. */
    @Test
    void inv8_aHoldThatOnlyTheJournalHasIsFoundAndPutRight() {
        receive(Map.of(tea, 10L));
        journal(2, 0, 2);
        var report = reconcile(tea);

        assertThat(onlyBreakOf(report).path("kind").stringValue()).isEqualTo("level-not-journal");
        approve(report, HttpStatus.OK);

        assertThat(verified()).isEqualTo("{\"checked\":1,\"breaks\":[]}");
        assertNoBreaks(reconcile(tea));
    }

    @Test
    void inv8_aJournalNoGoodsCanBeLikeIsExplained() {
        receive(Map.of(tea, 10L));
        journal(2, -100, 0);
        var report = reconcile(tea);

        assertThat(onlyBreakOf(report)
                        .path("proposal")
                        .path("movement")
                        .path("on_hand")
                        .longValue())
                .isEqualTo(100);
        approve(report, HttpStatus.OK);

        assertThat(verified()).isEqualTo("{\"checked\":1,\"breaks\":[]}");
        assertThat(onHand(tea)).isEqualTo(10);
    }

    @Test
    void aHoldThatWasLostBySqlIsTakenOffTheLevel() {
        receive(Map.of(tea, 10L));
        held(2);
        jdbc.sql("update reservation set status = 'released', expires_at = null where order_id = ?")
                .param(order)
                .update();
        ORDERS.order(order, "CANCELLED", LONG_AGO, tea, 2);
        var report = reconcile(tea);

        assertThat(onlyBreakOf(report).path("kind").stringValue()).isEqualTo("level-not-reserved");
        assertThat(onlyBreakOf(report).path("level").path("reserved").longValue())
                .isZero();
        approve(report, HttpStatus.OK);

        assertThat(verified()).isEqualTo("{\"checked\":1,\"breaks\":[]}");
        assertThat(body(get("/ops/stock/" + tea + "/movements"))
                        .path("items")
                        .get(0)
                        .path("held")
                        .longValue())
                .isZero();
    }

    @Test
    void aProposalThatHasBeenOvertakenIsRefused() {
        receive(Map.of(tea, 10L));
        jdbc.sql("update stock_level set on_hand = 15 where sku = ?").param(tea).update();
        var report = reconcile(tea);
        receive(Map.of(tea, 1L));

        assertProblem(approve(report, null), HttpStatus.PRECONDITION_FAILED, "break-outdated");
        assertThat(onlyBreakOf(report).path("status").stringValue()).isEqualTo("open");
        approve(reconcile(tea), HttpStatus.OK);
        assertThat(onHand(tea)).isEqualTo(11);
    }

    @ParameterizedTest(name = "{0} although the order is {1}: {2}")
    @CsvSource({
        "hold, CANCELLED, hold-of-ended-order, release, released, 10, 0",
        "hold, EXPIRED, hold-of-ended-order, release, released, 10, 0",
        "hold, REJECTED, hold-of-ended-order, release, released, 10, 0",
        "hold, , hold-of-unknown-order, release, released, 10, 0",
        "hold, PAID, hold-not-kept, keep, held, 10, 2",
        "hold, SHIPPED, shipped-not-committed, commit, committed, 8, 0",
        "keep, DELIVERED, shipped-not-committed, commit, committed, 8, 0",
        "commit, CANCELLED, committed-not-shipped, release, released, 10, 0",
        "nothing, CONFIRMED, order-without-hold, hold, held, 10, 2",
        "nothing, PAID, order-without-hold, keep, held, 10, 2",
    })
    void aHoldThatIsNotWhatItsOrderNeedsIsFoundAndPutRight(
            String held,
            @Nullable String state,
            String kind,
            String action,
            String status,
            long onHand,
            long heldAfterwards) {
        receive(Map.of(tea, 10L));
        reserved(held);
        if (state != null) {
            ORDERS.order(order, state, LONG_AGO, tea, 2);
        }
        var report = reconcile(tea);

        var found = onlyBreakOf(report);
        assertThat(found.path("kind").stringValue()).isEqualTo(kind);
        assertThat(found.path("order_id").stringValue()).isEqualTo(order.toString());
        assertThat(found.path("hold").path("order").path("state").asString(""))
                .isEqualToIgnoringCase(state == null ? "" : state);
        assertThat(found.path("hold").has("reservation")).isEqualTo(!held.equals("nothing"));
        assertThat(found.path("hold").path("journal").findValuesAsString("reason"))
                .hasSize(held.equals("nothing") ? 0 : held.equals("commit") ? 2 : 1);
        assertThat(found.path("proposal").path("action").stringValue()).isEqualTo(action);

        approve(report, HttpStatus.OK);

        assertThat(reservation().path("status").stringValue()).isEqualTo(status);
        var level = body(get("/ops/stock/" + tea + "/movements")).path("items").get(0);
        assertThat(level.path("on_hand").longValue()).isEqualTo(onHand);
        assertThat(level.path("held").longValue()).isEqualTo(heldAfterwards);
        settle();
        assertNoBreaks(reconcile(tea));
    }

    @Test
    void aShippedOrderNobodyEverHeldForIsCommittedInTwoSteps() {
        receive(Map.of(tea, 10L));
        ORDERS.order(order, "SHIPPED", LONG_AGO, tea, 2);
        approve(reconcile(tea), HttpStatus.OK);
        settle();

        approve(reconcile(tea), HttpStatus.OK);

        assertThat(onHand(tea)).isEqualTo(8);
        assertThat(reservation().path("status").stringValue()).isEqualTo("committed");
    }

    @Test
    void whatTheBooksCannotPutRightIsForPeople() {
        receive(Map.of(tea, 10L));
        reserved("keep");
        ORDERS.order(order, "CONFIRMED", LONG_AGO, tea, 2);
        var report = reconcile(tea);

        assertThat(onlyBreakOf(report).path("kind").stringValue()).isEqualTo("hold-not-paid");
        assertProblem(approve(report, null), HttpStatus.CONFLICT, "nothing-proposed");
        var rejected = decide(report, "reject", "the payment is on its way");
        assertThat(body(rejected).path("status").stringValue()).isEqualTo("rejected");
        assertThat(body(rejected).path("decided").path("reason").stringValue()).isEqualTo("the payment is on its way");
        assertProblem(approve(report, null), HttpStatus.CONFLICT, "break-decided");
        assertThat(decide(report, "reject", "again").getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void whatIsShortCannotBeHeldByApproval() {
        receive(Map.of(tea, 1L));
        ORDERS.order(order, "PAID", LONG_AGO, tea, 2);
        var report = reconcile(tea);

        var refused = approve(report, null);

        assertProblem(refused, HttpStatus.CONFLICT, "not-possible");
        assertThat(body(refused).path("detail").stringValue()).contains("refused, missing");
    }

    @Test
    void anOrderThatHasMovedOnIsComparedAgainFirst() {
        receive(Map.of(tea, 10L));
        reserved("hold");
        ORDERS.order(order, "SHIPPED", LONG_AGO, tea, 2);
        var report = reconcile(tea);
        commit.decide(new StockCommand.Keep(order, asked(2), "test"));
        ORDERS.order(order, "PAID", LONG_AGO, tea, 2);

        assertProblem(approve(report, null), HttpStatus.PRECONDITION_FAILED, "break-outdated");
        assertThat(onHand(tea)).isEqualTo(10);
    }

    /** Its own event has come at last: what the operator wants is so already. */
    @Test
    void approvingWhatHasHappenedMeanwhileChangesNothing() {
        receive(Map.of(tea, 10L));
        reserved("hold");
        ORDERS.order(order, "CANCELLED", LONG_AGO, tea, 2);
        var report = reconcile(tea);
        commit.decide(new StockCommand.Release(order, "alice", "test"));

        assertThat(body(approve(report, HttpStatus.OK)).path("status").stringValue())
                .isEqualTo("approved");
        assertThat(body(get("/ops/stock/" + tea + "/movements")).path("items")).hasSize(3);
    }

    @Test
    void withoutTheOrdersSideItSaysSoAndNeverThatAllIsWell() {
        receive(Map.of(tea, 10L));
        reserved("hold");
        ORDERS.order(order, "CANCELLED", LONG_AGO, tea, 2);
        var report = reconcile(tea);
        jdbc.sql("update stock_level set damaged = 1 where sku = ?").param(tea).update();
        ORDERS.away(true);

        var partial = reconcile(tea);
        assertThat(partial.path("summary").path("orders_side").stringValue()).isEqualTo("not-compared");
        assertThat(partial.path("remark").stringValue()).contains("order-service does not answer");
        assertThat(partial.path("summary").path("breaks").toString()).isEqualTo("{\"level-not-journal\":1}");
        assertProblem(approve(report, null), HttpStatus.SERVICE_UNAVAILABLE, "orders-unavailable");
        ORDERS.away(false);
        // The breaker opens its door again by itself.
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(approve(report, null).getStatusCode()).isEqualTo(HttpStatus.OK));
    }

    /** Goods and orders in full motion: nothing of it is a break. */
    @Test
    void aHealthyBusySystemHasNoBreaks() throws Exception {
        receive(Map.of(tea, 100_000L));
        var busy = new AtomicBoolean(true);
        Callable<Integer> shoppers = () -> {
            int orders = 0;
            while (busy.get()) {
                walk(UUID.randomUUID(), orders++);
            }
            return orders;
        };
        try (var pool = Executors.newFixedThreadPool(4)) {
            var walking =
                    IntStream.range(0, 4).mapToObj(n -> pool.submit(shoppers)).toList();
            try {
                IntStream.range(0, 5).forEach(n -> assertNoBreaks(reconcile(tea)));
            } finally {
                busy.set(false);
            }
            for (var done : walking) {
                assertThat(done.get()).isPositive();
            }
        }
        assertNoBreaks(reconcile(tea));
        assertThat(meters.get("stock.reconciliation.last").timeGauge().value(java.util.concurrent.TimeUnit.SECONDS))
                .isGreaterThan(0);
    }

    @Test
    void isAskedOncePerKeyAndListed() {
        var key = fresh("key");
        var first = exchange(HttpMethod.POST, "/ops/stock/reconcile?sku=" + tea, operator, key, null);
        var again = exchange(HttpMethod.POST, "/ops/stock/reconcile?sku=" + tea, operator, key, null);

        assertThat(first.getStatusCode()).isEqualTo(HttpStatus.ACCEPTED);
        assertThat(again.getBody()).isEqualTo(first.getBody());
        assertThat(body(first).path("status").stringValue()).isEqualTo("requested");
        assertThat(first.getHeaders().getLocation())
                .hasPath("/ops/stock/reconciliations/" + body(first).path("id").stringValue());
        assertNoBreaks(reconcile(tea));
        var newest = body(get("/ops/stock/reconciliations?page_size=1"));
        assertThat(newest.path("items").get(0).path("sku").stringValue()).isEqualTo(tea);
        var next = body(get("/ops/stock/reconciliations?page_size=1&cursor="
                + newest.path("next_cursor").stringValue()));
        assertThat(next.path("items").get(0).path("id").stringValue())
                .isEqualTo(body(first).path("id").stringValue());
    }

    @Test
    void saysWhatIsWrongWithARequest() {
        var shopper = Backends.issuer().token("alice", "shop");
        var nobodys = "/ops/stock/reconciliations/" + UUID.randomUUID();

        assertProblem(
                exchange(HttpMethod.POST, "/ops/stock/reconcile", operator, null, null),
                HttpStatus.BAD_REQUEST,
                "idempotency-key-missing");
        assertProblem(
                exchange(HttpMethod.POST, "/ops/stock/reconcile", shopper, fresh("key"), null),
                HttpStatus.FORBIDDEN,
                "forbidden");
        assertProblem(get(nobodys), HttpStatus.NOT_FOUND, "unknown-reconciliation");
        assertProblem(get(nobodys + "/breaks"), HttpStatus.NOT_FOUND, "unknown-reconciliation");
        assertProblem(
                exchange(
                        HttpMethod.POST,
                        nobodys + "/breaks/1/approve",
                        operator,
                        fresh("key"),
                        "{\"reason\":\"because\"}"),
                HttpStatus.NOT_FOUND,
                "unknown-break");
        assertThat(exchange(
                                HttpMethod.POST,
                                nobodys + "/breaks/1/approve",
                                operator,
                                fresh("key"),
                                "{\"reason\":\" \"}")
                        .getStatusCode())
                .isEqualTo(HttpStatus.BAD_REQUEST);
        assertProblem(get("/ops/stock/reconciliations?cursor=eA"), HttpStatus.BAD_REQUEST, "bad-cursor");
        assertThat(get("/ops/stock/reconciliations/none").getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    }

    private void walk(UUID id, int number) {
        ORDERS.order(id, "PLACED", Duration.ZERO, tea, 1);
        commit.decide(new StockCommand.Hold(id, asked(1), "test"));
        ORDERS.order(id, "CONFIRMED", Duration.ZERO, tea, 1);
        if (number % 3 == 0) {
            ORDERS.order(id, "CANCELLED", Duration.ZERO, tea, 1);
            commit.decide(new StockCommand.Release(id, "alice", "test"));
            return;
        }
        ORDERS.order(id, "PAID", Duration.ZERO, tea, 1);
        commit.decide(new StockCommand.Keep(id, asked(1), "test"));
        if (number % 3 == 1) {
            ORDERS.order(id, "SHIPPED", Duration.ZERO, tea, 1);
            commit.decide(new StockCommand.Commit(id, "test", true));
        }
    }

    private Asked asked(long units) {
        return new Asked("alice", List.of(Demand.of(tea, units)));
    }

    private void held(long units) {
        hold(order, "{\"user_id\":\"alice\",\"lines\":[{\"sku\":\"%s\",\"quantity\":%d}]}".formatted(tea, units));
        settle();
    }

    private void reserved(String how) {
        if (how.equals("nothing")) {
            return;
        }
        held(2);
        if (!how.equals("hold")) {
            commit.decide(new StockCommand.Keep(order, asked(2), "test"));
        }
        if (how.equals("commit")) {
            commit.decide(new StockCommand.Commit(order, "test", true));
        }
        settle();
    }

    /** Lets so much time pass over the reservation that nothing about it is in motion. */
    private void settle() {
        jdbc.sql("update reservation set updated_at = updated_at - interval '1 hour' where order_id = ?")
                .param(order)
                .update();
    }

    private void journal(long sequence, long onHandDelta, long heldDelta) {
        jdbc.sql("""
                        insert into movement (id, sku, location, sequence, reason, reference, cause, actor, on_hand_delta,
                            held_delta, damaged_delta, on_hand, held, damaged, recorded_at)
                        values (gen_random_uuid(), ?, 'main', ?, 'receipt', 'by hand', ?, 'nobody', ?, ?, 0, 0, 0, 0, now())
                        """)
                .param(tea)
                .param(sequence)
                .param(fresh("cause"))
                .param(onHandDelta)
                .param(heldDelta)
                .update();
    }

    private JsonNode reconcile(String sku) {
        var requested =
                body(exchange(HttpMethod.POST, "/ops/stock/reconcile?sku=" + sku, operator, fresh("key"), null));
        var path = "/ops/stock/reconciliations/" + requested.path("id").stringValue();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> body(get(path)).path("status").stringValue().equals("completed"));
        return body(get(path));
    }

    private JsonNode onlyBreakOf(JsonNode report) {
        var breaks = body(get(breaksOf(report))).path("items");
        assertThat(breaks).as(breaks.toString()).hasSize(1);
        return breaks.get(0);
    }

    private void assertNoBreaks(JsonNode report) {
        assertThat(report.path("summary").path("orders_side").stringValue())
                .as(report.toString())
                .isEqualTo("compared");
        assertThat(body(get(breaksOf(report))).path("items").toString()).isEqualTo("[]");
    }

    private ResponseEntity<String> approve(JsonNode report, @Nullable HttpStatus expected) {
        var answer = decide(report, "approve", "checked by hand");
        if (expected != null) {
            assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(expected);
        }
        return answer;
    }

    private ResponseEntity<String> decide(JsonNode report, String decision, String reason) {
        return exchange(
                HttpMethod.POST,
                breaksOf(report) + "/1/" + decision,
                operator,
                fresh("key"),
                "{\"reason\":\"%s\"}".formatted(reason));
    }

    private static String breaksOf(JsonNode report) {
        return "/ops/stock/reconciliations/" + report.path("id").stringValue() + "/breaks";
    }

    private JsonNode reservation() {
        return body(exchange(HttpMethod.GET, "/internal/reservations/" + order, service, null, null));
    }

    private String verified() {
        return body(get("/ops/stock/verify?sku=" + tea)).toString();
    }
}
