package com.rebatesuite.order.hold.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rebatesuite.order.Contract;
import com.rebatesuite.order.FakeInventory.Mood;
import com.rebatesuite.order.OrderHistory;
import com.rebatesuite.order.OrderServiceFixture;
import com.rebatesuite.order.hold.ApplyHoldAnswers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.listener.BatchListenerFailedException;

class ReservationBatchesIT extends OrderServiceFixture {

    private static final byte[] RUBBISH = "rubbish".getBytes(StandardCharsets.UTF_8);

    @Autowired
    private ApplyHoldAnswers answers;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @BeforeEach
    void goods() {
        sellTeaAndMugs();
        INVENTORY.is(Mood.BROKEN);
    }

    @Test
    void bringsWaitingOrdersOn() {
        var held = placed();
        var refused = placed();

        batches().handle(List.of(event("reservation-held.v1", held), event("reservation-refused.v1", refused)));

        assertThat(state(held)).isEqualTo("CONFIRMED");
        assertThat(state(refused)).isEqualTo("REJECTED");
        assertThat(get(shopper("alice"), "/api/orders/" + refused)
                        .body()
                        .at("/missing/0/available")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void saysWhyAnOrderIsRejectedAndNeedsNoReasonToRejectIt() {
        var overQuota = placed();
        var unexplained = placed();
        var refused = new String(event("reservation-refused.v1", overQuota), StandardCharsets.UTF_8);
        var silent = new String(event("reservation-refused.v1", unexplained), StandardCharsets.UTF_8);

        batches()
                .handle(List.of(
                        bytes(refused.replace("out-of-stock", "hold-quota")),
                        bytes(silent.replace("\"reason\": \"out-of-stock\",", ""))));

        assertThat(reasons(overQuota)).containsExactly("hold-quota", "hold-quota");
        assertThat(reasons(unexplained)).containsExactly("out-of-stock", "out-of-stock");
    }

    /** As the shopper reads it, and as the event tells it. */
    private List<String> reasons(UUID rejected) {
        var told = Contract.JSON.valueToTree(outbox().about(rejected).getLast().data());
        return List.of(
                get(shopper("alice"), "/api/orders/" + rejected).text("reason"),
                told.path("reason").asString());
    }

    @Test
    void skipsAndCountsWhatItHasNoUseFor() {
        var order = placed();

        batches()
                .handle(List.of(
                        event("reservation-committed.v1", order),
                        event("reservation-released.v1", order),
                        event("reservation-expired.v1", order),
                        event("reservation-held.v1", UUID.randomUUID())));

        assertThat(state(order)).isEqualTo("PLACED");
        assertThat(meters.get("events.skipped").counters()).hasSize(3);
    }

    @Test
    void pointsOutTheRecordThatCannotBeReadAndKeepsThoseBeforeIt() {
        var first = placed();
        var second = placed();
        var records = List.of(event("reservation-held.v1", first), RUBBISH, event("reservation-held.v1", second));

        assertThatThrownBy(() -> batches().handle(records))
                .isInstanceOfSatisfying(
                        BatchListenerFailedException.class,
                        failure -> assertThat(failure.getIndex()).isEqualTo(1));
        assertThat(state(first)).isEqualTo("CONFIRMED");
        assertThat(state(second)).isEqualTo("PLACED");
    }

    static LongStream seeds() {
        return LongStream.range(0, 10);
    }

    /** However often and in whatever order the answers come: an order is decided once. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void inv5_oneAnswerHasOneEffectHoweverOftenItComes(long seed) {
        var random = new Random(seed);
        var orders = List.of(placed(), placed(), placed());
        var records = new ArrayList<byte[]>();
        for (var order : orders) {
            var type = random.nextBoolean() ? "reservation-held.v1" : "reservation-refused.v1";
            records.addAll(Collections.nCopies(random.nextInt(1, 5), event(type, order)));
        }
        Collections.shuffle(records, random);

        batches().handle(records);
        batches().handle(records);

        for (var order : orders) {
            assertThat(outbox().typesAbout(order))
                    .hasSize(2)
                    .startsWith("order-placed.v1")
                    .containsAnyOf("order-confirmed.v1", "order-rejected.v1");
        }
    }

    private ReservationBatches batches() {
        return new ReservationBatches(answers, Contract.JSON, meters);
    }

    private UUID placed() {
        return post(shopper("alice"), "/api/orders", TEAS_AND_MUG).id("order_id");
    }

    private String state(UUID order) {
        return get(shopper("alice"), "/api/orders/" + order).text("state");
    }

    /** The contract's example, about another order. */
    private static byte[] event(String type, UUID order) {
        var example = new String(Contract.example(type), StandardCharsets.UTF_8);
        return bytes(example.replace(OrderHistory.ID.toString(), order.toString()));
    }

    private static byte[] bytes(String event) {
        return event.getBytes(StandardCharsets.UTF_8);
    }
}
