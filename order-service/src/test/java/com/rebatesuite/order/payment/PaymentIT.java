package com.rebatesuite.order.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.order.Answer;
import com.rebatesuite.order.FakeInventory.Mood;
import com.rebatesuite.order.OrderServiceFixture;
import com.rebatesuite.order.ProviderSignature;
import com.rebatesuite.order.ordering.CloseOverdueOrders;
import com.rebatesuite.platform.outbox.OutboxMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

class PaymentIT extends OrderServiceFixture {

    @Autowired
    private CloseOverdueOrders closeOverdueOrders;

    @BeforeEach
    void goods() {
        sellTeaAndMugs();
    }

    @Test
    void paysAnOrderOnceAndTellsTheDepartments() {
        var order = ordered();
        var message = "msg-" + order;

        assertThat(pay(order, "pay-1-" + order, 2150, message).status()).isEqualTo(200);
        assertThat(pay(order, "pay-1-" + order, 2150, message).status()).isEqualTo(200);
        assertThat(pay(order, "pay-1-" + order, 2150, message + "-again").status())
                .isEqualTo(200);

        assertThat(state(order)).isEqualTo("PAID");
        assertThat(outbox().typesAbout(order))
                .containsExactly(
                        "order-placed.v1",
                        "order-confirmed.v1",
                        "order-paid.v1",
                        "shipment-requested.v1",
                        "invoice-requested.v1");
    }

    @Test
    void refusesWhatIsNotSignedOrTooOld() {
        var order = ordered();
        var body = body("payment.succeeded", order, "pay-" + order, 2150);
        var old = clock.instant().minus(Duration.ofMinutes(6));

        assertThat(webhook("m1", clock.instant(), body, "v1,AAAA").status()).isEqualTo(401);
        assertThat(webhook("m1", old, body, ProviderSignature.of("m1", old, body))
                        .status())
                .isEqualTo(401);
        assertThat(webhook(
                                "m1",
                                clock.instant(),
                                body.replace("2150", "1"),
                                ProviderSignature.of("m1", clock.instant(), body))
                        .status())
                .isEqualTo(401);
        assertThat(send("", request("/webhooks/payments").POST(text(body))).status())
                .isEqualTo(400);
        assertThat(state(order)).isEqualTo("CONFIRMED");
    }

    @Test
    void refusesAnotherAmountOrCurrency() {
        var order = ordered();

        assertThat(pay(order, "pay-" + order, 2149, "a-" + order).text("code")).isEqualTo("amount-mismatch");
        var euros = body("payment.succeeded", order, "pay-" + order, 2150).replace("GBP", "EUR");
        assertThat(signed("b-" + order, euros).status()).isEqualTo(422);
        assertThat(state(order)).isEqualTo("CONFIRMED");
        assertThat(pay(order, "pay-" + order, 2150, "a-" + order).status()).isEqualTo(200);
        assertThat(state(order)).isEqualTo("PAID");
    }

    @Test
    void refusesAReferenceThatPaidAnotherOrder() {
        var first = ordered();
        var second = ordered();
        pay(first, "pay-" + first, 2150, "a-" + first);

        assertThat(pay(second, "pay-" + first, 2150, "a-" + second).text("code"))
                .isEqualTo("payment-reference-reused");
        assertThat(state(second)).isEqualTo("CONFIRMED");
    }

    @Test
    void asksToComeAgainWhileTheOrderIsNotConfirmed() {
        INVENTORY.is(Mood.BROKEN);
        var order = post(shopper("alice"), "/api/orders", TEAS_AND_MUG).id("order_id");

        var early = pay(order, "pay-" + order, 2150, "a-" + order);

        assertThat(early.status()).isEqualTo(409);
        assertThat(early.body().path("retryable").asBoolean()).isTrue();
    }

    @Test
    void givesBackWhatIsPaidTooLate() {
        var expired = ordered();
        clock.advance(Duration.ofMinutes(16));
        while (closeOverdueOrders.closeSome() > 0) {
            // Other tests leave orders behind that are overdue too.
        }
        var cancelled = ordered();
        post(shopper("alice"), "/api/orders/" + cancelled + "/cancel", "{\"reason\":\"no\"}");

        for (var order : List.of(expired, cancelled)) {
            assertThat(pay(order, "late-" + order, 2150, "a-" + order).status()).isEqualTo(200);
            assertThat(pay(order, "late-" + order, 2150, "b-" + order).status()).isEqualTo(200);
            assertThat(outbox().typesAbout(order)).containsOnlyOnce("refund-requested.v1");
        }
    }

    @Test
    void notesAFailedPaymentAndGoesOn() {
        var order = ordered();

        assertThat(signed("f-" + order, body("payment.failed", order, "pay-" + order, 2150))
                        .status())
                .isEqualTo(200);
        assertThat(state(order)).isEqualTo("CONFIRMED");
        assertThat(pay(order, "pay-" + order, 2150, "a-" + order).status()).isEqualTo(200);
        assertThat(state(order)).isEqualTo("PAID");
        assertThat(signed("x-" + order, "{\"type\":\"payment.disputed\"}").status())
                .isEqualTo(200);
        assertThat(signed("y-" + order, "{\"type\":\"payment.succeeded\"}").status())
                .isEqualTo(400);
        assertThat(pay(UUID.randomUUID(), "pay-" + order, 2150, "z-" + order).status())
                .isEqualTo(404);
    }

    static List<Long> seeds() {
        return List.of(1L, 2L, 3L, 4L, 5L, 6L);
    }

    /** Paid, cancelled and expired at once: one of them happens, and money never stays without an order. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void inv5_oneOfSeveralEndsWinsAndTheMoneyFollows(long seed) throws Exception {
        var order = ordered();
        clock.advance(seed % 2 == 0 ? Duration.ofMinutes(16) : Duration.ZERO);
        var tasks = new ArrayList<Callable<Object>>();
        IntStream.range(0, 3)
                .forEach(number -> tasks.add(() -> pay(order, "pay-" + order, 2150, "m" + number + "-" + order)));
        tasks.add(() -> post(shopper("alice"), "/api/orders/" + order + "/cancel", "{\"reason\":\"no\"}"));
        tasks.add(() -> closeOverdueOrders.closeSome());
        java.util.Collections.shuffle(tasks, new java.util.Random(seed));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(tasks)) {
                done.get();
            }
        }

        var types = outbox().typesAbout(order);
        var refunds = types.stream().filter("refund-requested.v1"::equals).count();
        assertThat(refunds).isEqualTo(state(order).equals("PAID") ? 0 : 1);
        assertThat(sequences(order))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, sequences(order).size())
                                .boxed()
                                .toList());
    }

    private List<Integer> sequences(UUID order) {
        return outbox().about(order).stream()
                .filter(message -> message.topic().equals("orders"))
                .map(OutboxMessage::data)
                .map(data -> com.rebatesuite.order.Contract.JSON
                        .valueToTree(data)
                        .path("sequence")
                        .asInt())
                .toList();
    }

    private UUID ordered() {
        return post(shopper("alice"), "/api/orders", TEAS_AND_MUG).id("order_id");
    }

    private String state(UUID order) {
        return get(operator(), "/ops/orders/" + order).text("state");
    }

    private Answer pay(UUID order, String reference, long minor, String messageId) {
        return signed(messageId, body("payment.succeeded", order, reference, minor));
    }

    private Answer signed(String id, String body) {
        var now = clock.instant();
        return webhook(id, now, body, ProviderSignature.of(id, now, body));
    }

    private static String body(String type, UUID order, String reference, long minor) {
        return """
                {"type":"%s","timestamp":"2026-01-05T10:15:30Z","data":{"order_id":"%s","payment_reference":"%s",
                "amount":{"currency":"GBP","minor":%d}}}""".formatted(type, order, reference, minor);
    }
}
