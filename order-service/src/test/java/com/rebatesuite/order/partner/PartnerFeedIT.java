package com.rebatesuite.order.partner;

import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.order.Answer;
import com.rebatesuite.order.Contract;
import com.rebatesuite.order.OrderServiceFixture;
import com.rebatesuite.order.hold.ApplyHoldAnswers;
import com.rebatesuite.order.hold.HoldAnswer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class PartnerFeedIT extends OrderServiceFixture {

    @Autowired
    private ApplyHoldAnswers answers;

    private final String prefix = UUID.randomUUID().toString();

    @Test
    void placesOrdersAndRunsThemToWhereThePartnerSaysOnceTheyAreHeld() {
        var results = send(order("1", "shipped", 5), order("2", "completed", 1), order("3", "paid", 1));

        assertThat(statuses(results)).containsExactly("accepted", "accepted", "accepted");
        var ids = ids(results);
        assertThat(state("1")).isEqualTo("PLACED");
        hold(ids);

        assertThat(List.of(state("1"), state("2"), state("3"))).containsExactly("SHIPPED", "COMPLETED", "PAID");
        assertThat(outbox().typesAbout(ids.get(0)))
                .containsExactly("order-placed.v1", "order-confirmed.v1", "order-paid.v1", "order-shipped.v1");
        assertThat(outbox().typesAbout(ids.get(2)))
                .containsExactly("order-placed.v1", "order-confirmed.v1", "order-paid.v1", "shipment-requested.v1");
        assertThat(outbox().about(ids.get(0)))
                .allSatisfy(message -> assertThat(message.time()).hasToString("2010-12-01T08:26:00Z"));
    }

    @Test
    void oneBadOrderDoesNotSinkTheBatch() {
        var results = send(
                order("1", "shipped", 1),
                order("2", "shipped", 1).replace("\"quantity\":1", "\"quantity\":0"),
                order("3", "shipped", 1).replace("GBP", "POUND"),
                order("4", "shipped", 1).replace("2.55", "0"),
                order("5", "shipped", 1));

        assertThat(statuses(results)).containsExactly("accepted", "invalid", "invalid", "invalid", "accepted");
        assertThat(results.findValuesAsString("code")).containsExactly("bad-quantity", "bad-currency", "bad-price");
    }

    @Test
    void tellsInventoryWhatAnOrderWantsOfTheStockAndKeepsItInMind() {
        var results = send(
                wanting("none", order("1", "shipped", 1)),
                wanting("track", order("2", "shipped", 1)),
                wanting("hold", order("3", "shipped", 1)),
                order("4", "shipped", 1));

        var ids = ids(results);
        assertThat(ids.stream().map(this::announcedPolicy)).containsExactly("none", "track", "", "");
        hold(ids);
        assertThat(Stream.of("1", "2", "3", "4")
                        .map(number -> orderOf(number).path("stock_policy").asString()))
                .containsExactly("none", "track", "hold", "hold");
        assertThat(state("1")).isEqualTo("SHIPPED");
    }

    @Test
    void aPolicyItDoesNotKnowDoesNotSinkTheBatch() {
        var results = send(wanting("keep", order("1", "shipped", 1)), wanting("track", order("2", "shipped", 1)));

        assertThat(statuses(results)).containsExactly("invalid", "accepted");
        assertThat(results.at("/0/code").asString()).isEqualTo("bad-stock-policy");
        assertThat(statuses(send(order("2", "shipped", 1)))).containsExactly("invalid");
    }

    /** Nothing, if the event does not say. */
    private String announcedPolicy(UUID order) {
        var placed = outbox().about(order).getFirst().data();
        return Contract.JSON.valueToTree(placed).path("stock_policy").asString("");
    }

    private static String wanting(String policy, String order) {
        return order.replace("\"currency\"", "\"stock_policy\":\"" + policy + "\",\"currency\"");
    }

    @Test
    void anUnreadableOrderDoesNotSinkTheBatchEither() {
        var results = send(
                order("1", "shipped", 1).replace("\"quantity\":1", "\"quantity\":\"many\""),
                order("2", "shipped", 1).replace("2010-12-01T08:26:00Z", "yesterday"),
                "null",
                "[]",
                order("5", "shipped", 1));

        assertThat(statuses(results)).containsExactly("invalid", "invalid", "invalid", "invalid", "accepted");
        assertThat(results.findValuesAsString("code")).containsOnly("unreadable");
        assertThat(results.at("/1/external_number").asString()).isEqualTo(prefix + "-2");
    }

    @Test
    void knowsDuplicatesInTheSameBatchAndInLaterOnes() {
        var first = send(order("1", "shipped", 1), order("1", "shipped", 1), order("1", "shipped", 2));
        var second = send(order("1", "shipped", 1), order("1", "shipped", 2), order("2", "shipped", 1));

        assertThat(statuses(first)).containsExactly("accepted", "duplicate", "invalid");
        assertThat(statuses(second)).containsExactly("duplicate", "invalid", "accepted");
        assertThat(first.at("/0/order_id")).isEqualTo(first.at("/1/order_id"));
        assertThat(first.at("/0/order_id")).isEqualTo(second.at("/0/order_id"));
        assertThat(second.at("/1/code").asString()).isEqualTo("external-number-reused");
    }

    @Test
    void takesAnOrderOf1114Lines() {
        var results = send(order("1", "delivered", 1114));
        hold(ids(results));

        assertThat(state("1")).isEqualTo("DELIVERED");
        assertThat(orderOf("1").path("lines")).hasSize(1114);
    }

    @Test
    void takesALineOf80995Units() {
        var huge = order("1", "shipped", 1).replace("\"quantity\":1", "\"quantity\":80995");
        hold(ids(send(huge)));

        var returned = sendReturns(giveBack("r1", "1", 1, 80995));

        assertThat(statuses(returned)).containsExactly("accepted");
        assertThat(orderOf("1").at("/returns/0/refund/minor").asLong()).isEqualTo(80995L * 255);
    }

    @Test
    void refusesABatchThatIsTooLargeOrEmpty() {
        var many = IntStream.range(0, 201)
                .mapToObj(number -> order(String.valueOf(number), "paid", 1))
                .toArray(String[]::new);

        assertThat(post(partner("retail"), "/partners/orders", batch("orders", many))
                        .status())
                .isEqualTo(400);
        assertThat(post(partner("retail"), "/partners/orders", "{\"orders\":[]}")
                        .status())
                .isEqualTo(400);
        assertThat(post(partner("retail"), "/partners/orders", "{}").status()).isEqualTo(400);
        assertThat(post(shopper("alice"), "/partners/orders", "{}").status()).isEqualTo(403);
    }

    @Test
    void showsAPartnerOnlyItsOwnOrders() {
        send(order("1", "shipped", 1));

        assertThat(get(partner("other"), "/partners/orders?external_number=" + prefix + "-1")
                        .body()
                        .path("orders"))
                .isEmpty();
    }

    @Test
    void booksReturnsOnceAndNeverMoreUnitsThanSold() {
        hold(ids(send(order("1", "shipped", 2).replace("\"quantity\":1", "\"quantity\":3"))));

        var results = sendReturns(
                giveBack("r1", "1", 1, 2),
                giveBack("r1", "1", 1, 2),
                giveBack("r1", "1", 1, 1),
                giveBack("r2", "1", 1, 2),
                giveBack("r3", "1", 1, 1),
                giveBack("r4", "1", 3, 1),
                giveBack("r5", "nowhere", 1, 1),
                giveBack("r6", "1", 1, 0));

        assertThat(statuses(results))
                .containsExactly(
                        "accepted", "duplicate", "invalid", "rejected", "accepted", "rejected", "rejected", "invalid");
        assertThat(results.findValuesAsString("code"))
                .containsExactly(
                        "external-number-reused", "too-many-units", "unknown-line", "unknown-order", "bad-quantity");
        assertThat(statuses(sendReturns(giveBack("r1", "1", 1, 2)))).containsExactly("duplicate");
        assertThat(orderOf("1").at("/lines/0/returned").asInt()).isEqualTo(3);
        assertThat(orderOf("1").path("returns")).hasSize(2);
    }

    @Test
    void asksToComeAgainWithAReturnWhileTheOrderIsNotShipped() {
        var ids = ids(send(order("1", "shipped", 1)));

        var early = sendReturns(giveBack("r1", "1", 1, 1));
        hold(ids);
        var later = sendReturns(giveBack("r1", "1", 1, 1));

        assertThat(statuses(early)).containsExactly("rejected");
        assertThat(early.at("/0/code").asString()).isEqualTo("order-not-shipped");
        assertThat(early.at("/0/retryable").asBoolean()).isTrue();
        assertThat(statuses(later)).containsExactly("accepted");
        assertThat(outbox().typesAbout(ids.getFirst())).endsWith("return-requested.v1", "return-received.v1");
    }

    @Test
    void givesBackWhatWasPaidWhenAVoucherLoweredThePrice() {
        var order = order("1", "shipped", 2)
                .replace("\"quantity\":1", "\"quantity\":2")
                .replace("\"currency\"", "\"voucher\":\"1.01\",\"shipping\":\"3.00\",\"currency\"");
        var ids = ids(send(order));
        hold(ids);

        var returned = sendReturns(giveBack("r1", "1", 1, 1), giveBack("r2", "1", 1, 1), giveBack("r3", "1", 2, 2));

        assertThat(statuses(returned)).containsOnly("accepted");
        assertThat(orderOf("1").at("/total/minor").asLong()).isEqualTo(1020 - 101 + 300);
        assertThat(orderOf("1").path("returns").findValuesAsString("minor")).contains("230", "229", "460");
        assertThat(paid(ids.getFirst()).at("/lines/0/rebate_base/minor").asLong())
                .isEqualTo(459);
        assertThat(paid(ids.getFirst()).at("/lines/1/rebate_base/minor").asLong())
                .isEqualTo(460);
        assertThat(statuses(send(order))).containsExactly("duplicate");
        assertThat(statuses(send(order.replace("1.01", "1.02")))).containsExactly("invalid");
    }

    private JsonNode paid(UUID order) {
        return outbox().about(order).stream()
                .filter(message -> message.type().equals("order-paid.v1"))
                .map(message -> Contract.JSON.<JsonNode>valueToTree(message.data()))
                .findFirst()
                .orElseThrow();
    }

    static LongStream seeds() {
        return LongStream.range(0, 6);
    }

    /** The same orders and returns, in overlapping batches, at once: each number has one effect. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void inv5_aNumberHasOneEffectHoweverOftenAndHoweverAtOnceItComes(long seed) throws Exception {
        var random = new Random(seed);
        var all = IntStream.range(0, 20)
                .mapToObj(number -> order(String.valueOf(number), "shipped", 2))
                .toList();
        var batches = Stream.generate(() -> shuffled(all, random)).limit(4).toList();

        atOnce(batches.stream()
                .map(orders -> (Callable<JsonNode>) () -> send(orders.toArray(String[]::new)))
                .toList());

        var ids = ids(send(all.toArray(String[]::new)));
        assertThat(ids).doesNotHaveDuplicates().hasSize(20);
        assertThat(ids).allSatisfy(id -> assertThat(outbox().typesAbout(id)).containsExactly("order-placed.v1"));

        hold(ids);
        var returns = IntStream.range(0, 20)
                .mapToObj(number -> giveBack("r" + number, String.valueOf(number % 5), 1, 1))
                .toList();
        var returnBatches =
                Stream.generate(() -> shuffled(returns, random)).limit(4).toList();
        atOnce(returnBatches.stream()
                .map(some -> (Callable<JsonNode>) () -> sendReturns(some.toArray(String[]::new)))
                .toList());

        // Five orders of one unit each: INV-11 leaves room for one return of each.
        for (var number = 0; number < 5; number++) {
            assertThat(orderOf(String.valueOf(number)).path("returns")).hasSize(1);
            assertThat(orderOf(String.valueOf(number)).at("/lines/0/returned").asInt())
                    .isEqualTo(1);
        }
    }

    private static List<String> shuffled(List<String> items, Random random) {
        var shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static void atOnce(List<Callable<JsonNode>> tasks) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(tasks)) {
                assertThat(statuses(done.get())).doesNotContain("invalid");
            }
        }
    }

    private void hold(List<UUID> ids) {
        var held = ids.stream().<HoldAnswer>map(HoldAnswer.Held::new).toList();
        answers.apply(held);
    }

    private JsonNode send(String... orders) {
        return results(post(partner("retail"), "/partners/orders", batch("orders", orders)));
    }

    private JsonNode sendReturns(String... returns) {
        return results(post(partner("retail"), "/partners/returns", batch("returns", returns)));
    }

    private static JsonNode results(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().path("results");
    }

    private static String batch(String name, String... items) {
        return "{\"" + name + "\":[" + String.join(",", items) + "]}";
    }

    private String order(String number, String status, int lines) {
        var line = "{\"sku\":\"85123A\",\"quantity\":1,\"unit_price\":\"2.55\"}";
        return """
                {"external_number":"%s-%s","user_id":"17850","occurred_at":"2010-12-01T08:26:00Z","status":"%s",
                "currency":"GBP","lines":[%s]}""".formatted(prefix, number, status, String.join(",", Collections.nCopies(lines, line)));
    }

    private String giveBack(String number, String order, int line, int quantity) {
        return """
                {"external_number":"%s-%s","order_external_number":"%s-%s","occurred_at":"2010-12-02T08:26:00Z",
                "reason":"broken","lines":[{"line":%d,"quantity":%d}]}""".formatted(prefix, number, prefix, order, line, quantity);
    }

    private String state(String number) {
        return orderOf(number).path("state").asString();
    }

    private JsonNode orderOf(String number) {
        return get(partner("retail"), "/partners/orders?external_number=" + prefix + "-" + number)
                .body()
                .at("/orders/0");
    }

    private static List<String> statuses(JsonNode results) {
        return results.findValuesAsString("status");
    }

    private static List<UUID> ids(JsonNode results) {
        return results.findValuesAsString("order_id").stream()
                .map(UUID::fromString)
                .toList();
    }
}
