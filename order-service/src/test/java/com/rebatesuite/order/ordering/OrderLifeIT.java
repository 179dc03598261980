package com.rebatesuite.order.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.order.Answer;
import com.rebatesuite.order.Contract;
import com.rebatesuite.order.FakeInventory.Mood;
import com.rebatesuite.order.OrderServiceFixture;
import com.rebatesuite.order.hold.ApplyHoldAnswers;
import com.rebatesuite.order.hold.HoldAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The life of an order, driven from outside: legal or not, in any order, and more than once. */
class OrderLifeIT extends OrderServiceFixture {

    private static final Map<String, Set<String>> MOVES = Map.of(
            "PLACED", Set.of("CONFIRMED", "REJECTED"),
            "CONFIRMED", Set.of("PAID", "CANCELLED"),
            "PAID", Set.of("SHIPPED", "CANCELLED"),
            "SHIPPED", Set.of("DELIVERED"),
            "DELIVERED", Set.of("COMPLETED"));

    private static final Map<String, String> STATE_BY_EVENT = Map.of(
            "order-placed.v1", "PLACED",
            "order-confirmed.v1", "CONFIRMED",
            "order-rejected.v1", "REJECTED",
            "order-paid.v1", "PAID",
            "order-shipped.v1", "SHIPPED",
            "order-delivered.v1", "DELIVERED",
            "order-completed.v1", "COMPLETED",
            "order-cancelled.v1", "CANCELLED");

    @Autowired
    private ApplyHoldAnswers answers;

    @BeforeEach
    void goods() {
        sellTeaAndMugs();
        INVENTORY.is(Mood.BROKEN);
    }

    @Test
    void namesTheStateAndTheAllowedMovesOfAnIllegalMove() {
        var order = placed();

        var refusal = operate(order, "ship");

        assertThat(refusal.status()).isEqualTo(409);
        assertThat(refusal.text("code")).isEqualTo("illegal-move");
        assertThat(refusal.text("state")).isEqualTo("PLACED");
        assertThat(refusal.text("detail"))
                .isEqualTo("order is PLACED and cannot become SHIPPED (allowed: [CONFIRMED, REJECTED, EXPIRED])");
    }

    @Test
    void acceptsARepeatedCancellation() {
        var order = placed();
        held(order);

        assertThat(cancel(order).text("state")).isEqualTo("CANCELLED");
        assertThat(cancel(order).text("state")).isEqualTo("CANCELLED");
        assertThat(outbox().typesAbout(order)).containsOnlyOnce("order-cancelled.v1");
        assertThat(operate(order, "ship").status()).isEqualTo(409);
    }

    @Test
    void givesTheMoneyBackWhenAPaidOrderIsCancelledOrCannotBeHeldAnyMore() {
        var unwanted = placed();
        held(unwanted);
        pay(unwanted);
        cancel(unwanted);
        var gone = placed();
        held(gone);
        pay(gone);
        refused(gone);

        assertThat(outbox().typesAbout(unwanted)).endsWith("order-cancelled.v1", "refund-requested.v1");
        assertThat(outbox().typesAbout(gone)).endsWith("order-cancelled.v1", "refund-requested.v1");
        assertThat(get(operator(), "/ops/orders/" + gone).text("reason")).isEqualTo("out-of-stock");
    }

    static LongStream seeds() {
        return LongStream.range(0, 25);
    }

    /** Whatever is asked of it: legal moves only, nothing half done, no event without its place in the sequence. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void inv5_walksOnlyLegalWaysAndCountsItsEventsWithoutGaps(long seed) {
        var random = new Random(seed);
        var order = placed();
        var returns = new ArrayList<String>();

        for (var step = 0; step < 14; step++) {
            var before = state(order);
            var eventsBefore = outbox().about(order).size();
            var answer = act(random.nextInt(9), order, returns, random);
            if (answer.status() >= 400) {
                assertThat(state(order)).isEqualTo(before);
                assertThat(outbox().about(order)).hasSize(eventsBefore);
                assertThat(answer.status()).isIn(404, 409);
            }
        }

        assertThat(sequences(order))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, sequences(order).size())
                                .boxed()
                                .toList());
        assertLegal(outbox().typesAbout(order));
    }

    private Answer act(int command, UUID order, List<String> returns, Random random) {
        return switch (command) {
            case 0 -> held(order);
            case 1 -> random.nextInt(4) == 0 ? refused(order) : held(order);
            case 2, 3 -> pay(order);
            case 4 -> operate(order, "ship");
            case 5 -> operate(order, "deliver");
            case 6 -> random.nextInt(4) == 0 ? cancel(order) : operate(order, "ship");
            case 7 -> giveBack(order, returns);
            default -> settle(returns, random);
        };
    }

    private Answer giveBack(UUID order, List<String> returns) {
        var answer = post(
                shopper("alice"),
                "/api/orders/" + order + "/returns",
                "{\"reason\":\"too small\",\"lines\":[{\"line\":1,\"quantity\":1}]}");
        if (answer.status() == 201) {
            returns.add(answer.text("return_id"));
        }
        return answer;
    }

    private Answer settle(List<String> returns, Random random) {
        var id = returns.isEmpty() ? UUID.randomUUID().toString() : returns.get(random.nextInt(returns.size()));
        return random.nextBoolean()
                ? post(operator(), "/ops/returns/" + id + "/receive", "")
                : post(operator(), "/ops/returns/" + id + "/refuse", "{\"reason\":\"used\"}");
    }

    private static void assertLegal(List<String> types) {
        var states = types.stream()
                .filter(STATE_BY_EVENT::containsKey)
                .map(STATE_BY_EVENT::get)
                .toList();
        for (var step = 1; step < states.size(); step++) {
            assertThat(MOVES.getOrDefault(states.get(step - 1), Set.of())).contains(states.get(step));
        }
    }

    private List<Integer> sequences(UUID order) {
        return outbox().about(order).stream()
                .filter(message -> message.topic().equals("orders"))
                .map(message -> Contract.JSON
                        .valueToTree(message.data())
                        .path("sequence")
                        .asInt())
                .toList();
    }

    private UUID placed() {
        return post(shopper("alice"), "/api/orders", TEAS_AND_MUG).id("order_id");
    }

    private Answer held(UUID order) {
        answers.apply(List.of(new HoldAnswer.Held(order)));
        return get(operator(), "/ops/orders/" + order);
    }

    private Answer refused(UUID order) {
        answers.apply(List.of(HoldAnswer.Refused.of(order, null, List.of(new Missing("TEA-100", 2, 1)))));
        return get(operator(), "/ops/orders/" + order);
    }

    private Answer cancel(UUID order) {
        return post(shopper("alice"), "/api/orders/" + order + "/cancel", "{\"reason\":\"no\"}");
    }

    private Answer operate(UUID order, String command) {
        return post(operator(), "/ops/orders/" + order + "/" + command, "");
    }

    private String state(UUID order) {
        return get(operator(), "/ops/orders/" + order).text("state");
    }
}
