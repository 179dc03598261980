package com.rebatesuite.order.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.order.Answer;
import com.rebatesuite.order.Contract;
import com.rebatesuite.order.FakeInventory.Mood;
import com.rebatesuite.order.OrderServiceFixture;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

class PlaceOrderIT extends OrderServiceFixture {

    @Autowired
    private PlaceOrder placeOrder;

    @Autowired
    private CloseOverdueOrders closeOverdueOrders;

    @Autowired
    private TransactionTemplate transactions;

    @BeforeEach
    void goods() {
        sellTeaAndMugs();
    }

    @Test
    void confirmsAnOrderWhoseGoodsAreHeld() {
        var answer = post(shopper("alice"), "/api/orders", TEAS_AND_MUG);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("state")).isEqualTo("CONFIRMED");
        assertThat(answer.body().at("/total/minor").asLong()).isEqualTo(2150);
        assertThat(answer.header("Location")).isEqualTo("/api/orders/" + answer.text("order_id"));
        assertThat(outbox().typesAbout(answer.id("order_id"))).containsExactly("order-placed.v1", "order-confirmed.v1");
    }

    @Test
    void rejectsAnOrderWhoseGoodsAreShortAndSaysWhatIsLeft() {
        INVENTORY.is(Mood.REFUSES);

        var answer = post(shopper("alice"), "/api/orders", TEAS_AND_MUG);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("state")).isEqualTo("REJECTED");
        assertThat(answer.text("reason")).isEqualTo("out-of-stock");
        assertThat(answer.body().at("/missing/0/available").asInt()).isEqualTo(1);
    }

    @Test
    void saysThatAnOrderIsRejectedBecauseTooManyAreNotPaid() {
        INVENTORY.is(Mood.REFUSES_OVER_QUOTA);

        var answer = post(shopper("alice"), "/api/orders", TEAS_AND_MUG);

        assertThat(answer.text("state")).isEqualTo("REJECTED");
        assertThat(answer.text("reason")).isEqualTo("hold-quota");
        assertThat(get(shopper("alice"), "/api/orders/" + answer.text("order_id"))
                        .text("reason"))
                .isEqualTo("hold-quota");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BROKEN", "SILENT"})
    void acceptsAnOrderWhileInventoryIsAway(Mood mood) {
        INVENTORY.is(mood);
        var started = System.nanoTime();

        var answer = post(shopper("alice"), "/api/orders", TEAS_AND_MUG);

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(3));
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text("state")).isEqualTo("PLACED");
        assertThat(get(shopper("alice"), answer.header("Location")).text("state"))
                .isEqualTo("PLACED");
        assertThat(outbox().typesAbout(answer.id("order_id"))).containsExactly("order-placed.v1");
    }

    @Test
    void repeatsTheFinalAnswerToTheSameKeyAndOrdersOnce() {
        var key = UUID.randomUUID().toString();
        var first = post(shopper("alice"), "/api/orders", TEAS_AND_MUG, key);

        var second = post(shopper("alice"), "/api/orders", TEAS_AND_MUG, key);

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Idempotency-Hit")).isEqualTo("true");
        assertThat(post(shopper("alice"), "/api/orders", TEAS_AND_MUG.replace("2", "3"), key)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void ordersOnceWhenTheSameRequestComesManyTimesAtOnce() throws Exception {
        var key = UUID.randomUUID().toString();
        var token = shopper("crowd-" + key);
        Callable<Answer> order = () -> post(token, "/api/orders", TEAS_AND_MUG, key);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(
                    IntStream.range(0, 8).mapToObj(number -> order).toList());
            for (var answer : answers) {
                assertThat(answer.get().status()).isIn(201, 202, 409);
            }
        }
        assertThat(get(token, "/api/orders").body().path("items")).hasSize(1);
    }

    /** Through the database: the event of the payment is made of what was stored. */
    @Test
    void keepsTheQuoteOfALineAsItCame() {
        var answer = post(shopper("alice"), "/api/orders", """
                {"lines":[{"sku":"TEA-100","quantity":2,"quote":"k.AbC-_=~.x"},{"sku":"MUG-1","quantity":1}]}""");

        pay(answer.id("order_id"));

        assertThat(answer.status()).isEqualTo(201);
        for (var type : List.of("order-placed.v1", "order-paid.v1")) {
            var lines = eventData(answer.id("order_id"), type).path("lines");
            assertThat(lines.at("/0/quote").asString()).isEqualTo("k.AbC-_=~.x");
            assertThat(lines.get(1).has("quote")).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4096, 4097})
    void takesAQuoteOfUpTo4096Characters(int length) {
        var answer = post(
                shopper("alice"),
                "/api/orders",
                "{\"lines\":[{\"sku\":\"TEA-100\",\"quantity\":1,\"quote\":\"" + "q".repeat(length) + "\"}]}");

        assertThat(answer.status()).isEqualTo(length > 4096 ? 400 : 201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "\\u0000", "\u00e9"})
    void takesNoQuoteThatNobodyCanPrint(String quote) {
        var answer = post(
                shopper("alice"),
                "/api/orders",
                "{\"lines\":[{\"sku\":\"TEA-100\",\"quantity\":1,\"quote\":\"" + quote + "\"}]}");

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void takesNoMoreQuotesThanOneEventCanCarry() {
        var line = "{\"sku\":\"TEA-100\",\"quantity\":1,\"quote\":\"" + "q".repeat(4096) + "\"}";
        var answer = post(
                shopper("alice"),
                "/api/orders",
                "{\"lines\":[" + String.join(",", Collections.nCopies(65, line)) + "]}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("code")).isEqualTo("quotes-too-long");
    }

    private JsonNode eventData(UUID order, String type) {
        return outbox().about(order).stream()
                .filter(message -> message.type().equals(type))
                .map(message -> Contract.JSON.<JsonNode>valueToTree(message.data()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void namesTheSkusItDoesNotHave() {
        var answer = post(shopper("alice"), "/api/orders", """
                {"lines":[{"sku":"TEA-100","quantity":1},{"sku":"NO-1","quantity":1},{"sku":"NO-2","quantity":1}]}""");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("code")).isEqualTo("unknown-sku");
        assertThat(answer.text("detail")).isEqualTo("the catalogue has no NO-1, NO-2");
    }

    @Test
    void refusesAnOrderInTwoCurrencies() {
        var answer = post(shopper("alice"), "/api/orders", """
                {"lines":[{"sku":"TEA-100","quantity":1},{"sku":"EURO-1","quantity":1}]}""");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("code")).isEqualTo("mixed-currencies");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"lines\":[]}",
                "{\"lines\":[null]}",
                "{\"lines\":[{\"sku\":\"TEA-100\"}]}",
                "{\"lines\":[{\"sku\":\"TEA-100\",\"quantity\":0}]}",
                "{\"lines\":[{\"sku\":\"TEA-100\",\"quantity\":-1}]}",
                "{\"lines\":[{\"sku\":\"\",\"quantity\":1}]}",
                "rubbish"
            })
    void refusesWhatIsNoOrder(String body) {
        var answer = post(shopper("alice"), "/api/orders", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void pricesWithoutEffectOnADryRun() {
        var asked = INVENTORY.asked();
        var token = shopper("dry-" + UUID.randomUUID());

        var answer = post(token, "/api/orders?dry_run=true", TEAS_AND_MUG);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("/total/minor").asLong()).isEqualTo(2150);
        assertThat(get(token, "/api/orders").body().path("items")).isEmpty();
        assertThat(INVENTORY.asked()).isEqualTo(asked);
        assertThat(outbox().typesAbout(answer.id("order_id"))).isEmpty();
    }

    @Test
    void showsAShopperNobodyElsesOrders() {
        var order = post(shopper("alice"), "/api/orders", TEAS_AND_MUG).id("order_id");

        assertThat(get(shopper("bob"), "/api/orders/" + order).status()).isEqualTo(404);
        assertThat(post(shopper("bob"), "/api/orders/" + order + "/cancel", "{\"reason\":\"mine\"}")
                        .status())
                .isEqualTo(404);
        assertThat(get(shopper("alice"), "/ops/orders/" + order).status()).isEqualTo(403);
        assertThat(get("", "/api/orders/" + order).status()).isEqualTo(401);
        assertThat(get(operator(), "/ops/orders/" + order).text("state")).isEqualTo("CONFIRMED");
    }

    @Test
    void listsOrdersPageByPageNewestFirst() {
        var token = shopper("lister-" + UUID.randomUUID());
        var placed = IntStream.range(0, 5)
                .mapToObj(number -> post(token, "/api/orders", TEAS_AND_MUG).text("order_id"))
                .toList();

        var first = get(token, "/api/orders?page_size=3");
        var second = get(token, "/api/orders?page_size=3&cursor=" + first.text("next_cursor"));

        assertThat(first.body().findValuesAsString("order_id"))
                .containsExactly(placed.get(4), placed.get(3), placed.get(2));
        assertThat(second.body().findValuesAsString("order_id")).containsExactly(placed.get(1), placed.get(0));
        assertThat(second.body().has("next_cursor")).isFalse();
        assertThat(get(token, "/api/orders?cursor=rubbish").status()).isEqualTo(400);
    }

    @Test
    void inv15_anAcceptedOrderIsInTheOutboxAndARolledBackOneIsNowhere() {
        var lost = transactions.execute(status -> {
            var order = placeOrder.place("shopper-15", java.util.List.of(new Wanted("TEA-100", 1)));
            status.setRollbackOnly();
            return order;
        });

        assertThat(lost).isNotNull();
        assertThat(get(operator(), "/ops/orders/" + lost.id()).status()).isEqualTo(404);
        assertThat(outbox().about(lost.id())).isEmpty();
        assertThat(jdbc.sql("select count(*) from outbox where position(:id in convert_from(payload, 'UTF8')) > 0")
                        .param("id", lost.id().toString())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void expiresWhatIsNotPaidInTimeAndWhatIsNeverAnswered() {
        var confirmed = post(shopper("alice"), "/api/orders", TEAS_AND_MUG).id("order_id");
        INVENTORY.is(Mood.BROKEN);
        var unanswered = post(shopper("alice"), "/api/orders", TEAS_AND_MUG).id("order_id");

        clock.advance(Duration.ofMinutes(16));
        closeAll();

        assertThat(state(confirmed)).isEqualTo("EXPIRED");
        assertThat(state(unanswered)).isEqualTo("PLACED");

        clock.advance(Duration.ofHours(24));
        closeAll();

        assertThat(state(unanswered)).isEqualTo("EXPIRED");
        assertThat(outbox().typesAbout(unanswered)).containsExactly("order-placed.v1", "order-expired.v1");
    }

    private void closeAll() {
        while (closeOverdueOrders.closeSome() > 0) {
            // Other tests leave orders behind that are overdue too.
        }
    }

    private String state(UUID order) {
        return get(operator(), "/ops/orders/" + order).text("state");
    }
}
