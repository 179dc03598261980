package com.rebatesuite.inventory.replenishment;

import static com.rebatesuite.inventory.replenishment.ReplenishmentFixture.act;
import static com.rebatesuite.inventory.replenishment.ReplenishmentFixture.approved;
import static com.rebatesuite.inventory.replenishment.ReplenishmentFixture.order;
import static com.rebatesuite.inventory.replenishment.ReplenishmentFixture.ordered;
import static com.rebatesuite.inventory.replenishment.ReplenishmentFixture.proposed;
import static com.rebatesuite.inventory.replenishment.ReplenishmentFixture.received;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole table: what each status makes of each step. */
class ReplenishmentTest {

    /** The status after it; "same" for a repeat, nothing for a refusal. */
    @ParameterizedTest
    @CsvSource({
        "PROPOSED,        APPROVED, ,        ,                CANCELLED",
        "APPROVED,        same,     ORDERED, ,                CANCELLED",
        "ORDERED,         ,         same,    ORDERED,         CANCELLED",
        "PARTLY_RECEIVED, ,         ,        PARTLY_RECEIVED, CANCELLED",
        "RECEIVED,        ,         ,        ,                ",
        "CANCELLED,       ,         ,        ,                same",
    })
    void goesOnlyAlongItsLife(
            Status from,
            @Nullable String approve,
            @Nullable String order,
            @Nullable String receive,
            @Nullable String cancel) {
        var it = in(from);

        assertThat(Stream.of(
                                it.approve(null, act(null)),
                                it.order(order(), act(null)),
                                it.expect(1, 10),
                                it.cancel(act(null)))
                        .map(ReplenishmentTest::outcome)
                        .toList())
                .isEqualTo(Arrays.asList(approve, order, receive, cancel));
    }

    private static Replenishment in(Status status) {
        return switch (status) {
            case PROPOSED -> proposed();
            case APPROVED -> approved();
            case ORDERED -> ordered();
            case PARTLY_RECEIVED -> received(ordered(), 40);
            case RECEIVED -> received(ordered(), 96);
            case CANCELLED -> proposed().cancel(act(null)).replenishment();
        };
    }

    private static @Nullable String outcome(Step step) {
        return switch (step) {
            case Step.Taken taken -> taken.replenishment().status().name();
            case Step.Repeated repeated -> "same";
            case Step.Refused refused -> null;
        };
    }

    @Test
    void refusesWithTheStatusAndWhatWasExpected() {
        assertThat(proposed().order(order(), act(null)))
                .isEqualTo(new Step.Refused(proposed(), "wrong-status", "status: proposed (expected: approved)"));
        assertThat(in(Status.RECEIVED).cancel(act(null)))
                .isEqualTo(new Step.Refused(
                        in(Status.RECEIVED), "wrong-status", "status: received (expected: not ended)"));
    }

    @Test
    void isApprovedInAnotherQuantityOnce() {
        var approved = proposed().approve(50L, act("less")).replenishment();

        assertThat(approved.units()).isEqualTo(new Units(108, 50, 0, 0));
        assertThat(approved.sequence()).isEqualTo(2);
        assertThat(approved.approve(50L, act("again"))).isEqualTo(new Step.Repeated(approved));
        assertThat(approved.approve(60L, act("more"))).isInstanceOf(Step.Refused.class);
    }

    /** 96 are ordered: 9.6 more may come, that is 9. */
    @Test
    void takesTenPercentTooManyAndNotOneMore() {
        assertThat(ordered().expect(105, 10)).isInstanceOf(Step.Taken.class);
        assertThat(ordered().expect(106, 10))
                .isEqualTo(new Step.Refused(
                        ordered(),
                        "over-receipt",
                        "quantity: 106 (expected: at most 105, of 96 ordered and 10 % too many)"));
        assertThat(received(ordered(), 95).expect(11, 10)).isInstanceOf(Step.Refused.class);
        assertThat(ordered().expect(60, 10).replenishment().expect(46, 10))
                .as("what is being booked counts")
                .isInstanceOf(Step.Refused.class);
    }

    @Test
    void isNotCancelledWhileGoodsAreBeingBooked() {
        var coming = ordered().expect(40, 10).replenishment();

        assertThat(coming.cancel(act(null)))
                .isEqualTo(
                        new Step.Refused(coming, "receipt-pending", "pending: 40 units (expected: none being booked)"));
    }

    @Test
    void keepsWhatHasComeWhenTheRestIsCancelled() {
        var cancelled = received(ordered(), 40).cancel(act("sold out")).replenishment();

        assertThat(cancelled.units()).isEqualTo(new Units(108, 96, 40, 0));
        assertThat(cancelled.units().missing()).isEqualTo(56);
        assertThat(cancelled.order()).isEqualTo(order());
    }

    /** Whatever is asked in whatever order: units add up, ends are ends, and every change counts one up. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void staysSoundWhateverIsAsked(long seed) {
        var random = new SplittableRandom(seed);
        for (int life = 0; life < 200; life++) {
            var now = proposed();
            for (int i = 0; i < 20; i++) {
                var step = anyStep(now, random);
                var after = step.replenishment();
                assertThat(after.units().received() + after.units().pending())
                        .isLessThanOrEqualTo(
                                after.units().wanted() + after.units().wanted() / 10);
                if (step instanceof Step.Taken) {
                    assertThat(now.status().isOpen() || now.units().pending() > 0)
                            .isTrue();
                } else {
                    assertThat(after).isEqualTo(now);
                }
                now = after;
            }
        }
    }

    private static Step anyStep(Replenishment now, SplittableRandom random) {
        if (now.units().pending() > 0 && random.nextBoolean()) {
            return now.receive(random.nextLong(now.units().pending()) + 1, act(null));
        }
        return switch (random.nextInt(5)) {
            case 0 -> now.approve(random.nextBoolean() ? null : random.nextLong(1, 200), act(null));
            case 1 -> now.order(order(), act(null));
            case 2, 3 -> now.expect(random.nextLong(1, 100), 10);
            default -> random.nextInt(4) == 0 ? now.cancel(act(null)) : new Step.Repeated(now);
        };
    }

    @Test
    void everyOpenStatusCanEnd() {
        assertThat(List.of(Status.values()))
                .filteredOn(Status::isOpen)
                .allMatch(status -> status.next().contains(Status.CANCELLED));
    }
}
