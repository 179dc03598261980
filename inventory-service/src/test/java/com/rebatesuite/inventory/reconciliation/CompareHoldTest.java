package com.rebatesuite.inventory.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.inventory.reservation.Status;
import com.rebatesuite.inventory.reservation.StockPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is held against what the order needs, for every pair of the two. */
class CompareHoldTest {

    private static final Instant NOW = Instant.parse("2026-01-05T10:15:30Z");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofHours(1));
    private static final UUID ORDER = new UUID(1, 2);

    private final CompareHold compare = new CompareHold(NOW, Duration.ofSeconds(60));

    @ParameterizedTest(name = "{0} and {1}: {2}, {3}")
    @CsvSource({
        "placed, hold, , ",
        "placed, keep, HOLD_NOT_PAID, NONE",
        "placed, track, , ",
        "confirmed, track, , ",
        "paid, track, , ",
        "shipped, track, SHIPPED_NOT_COMMITTED, COMMIT",
        "cancelled, track, HOLD_OF_ENDED_ORDER, RELEASE",
        "placed, committed, COMMITTED_NOT_SHIPPED, NONE",
        "placed, nothing, , ",
        "placed, refused, , ",
        "confirmed, hold, , ",
        "confirmed, keep, HOLD_NOT_PAID, NONE",
        "confirmed, run-out, ORDER_WITHOUT_HOLD, NONE",
        "confirmed, committed, COMMITTED_NOT_SHIPPED, NONE",
        "confirmed, nothing, ORDER_WITHOUT_HOLD, HOLD",
        "confirmed, expired, ORDER_WITHOUT_HOLD, NONE",
        "confirmed, refused, ORDER_WITHOUT_HOLD, NONE",
        "confirmed, released, ORDER_WITHOUT_HOLD, NONE",
        "paid, hold, HOLD_NOT_KEPT, KEEP",
        "paid, keep, , ",
        "paid, run-out, ORDER_WITHOUT_HOLD, KEEP",
        "paid, committed, COMMITTED_NOT_SHIPPED, NONE",
        "paid, nothing, ORDER_WITHOUT_HOLD, KEEP",
        "paid, expired, ORDER_WITHOUT_HOLD, KEEP",
        "paid, refused, ORDER_WITHOUT_HOLD, NONE",
        "paid, released, ORDER_WITHOUT_HOLD, NONE",
        "shipped, hold, SHIPPED_NOT_COMMITTED, COMMIT",
        "shipped, keep, SHIPPED_NOT_COMMITTED, COMMIT",
        "shipped, committed, , ",
        "shipped, nothing, SHIPPED_NOT_COMMITTED, KEEP",
        "shipped, expired, SHIPPED_NOT_COMMITTED, COMMIT",
        "shipped, refused, SHIPPED_NOT_COMMITTED, COMMIT",
        "shipped, released, SHIPPED_NOT_COMMITTED, NONE",
        "delivered, keep, SHIPPED_NOT_COMMITTED, COMMIT",
        "delivered, committed, , ",
        "completed, keep, SHIPPED_NOT_COMMITTED, COMMIT",
        "completed, committed, , ",
        "cancelled, hold, HOLD_OF_ENDED_ORDER, RELEASE",
        "cancelled, keep, HOLD_OF_ENDED_ORDER, RELEASE",
        "cancelled, run-out, , ",
        "cancelled, committed, COMMITTED_NOT_SHIPPED, RELEASE",
        "cancelled, released, , ",
        "cancelled, nothing, , ",
        "expired, keep, HOLD_OF_ENDED_ORDER, RELEASE",
        "expired, expired, , ",
        "rejected, hold, HOLD_OF_ENDED_ORDER, RELEASE",
        "rejected, refused, , ",
        "unknown, hold, HOLD_OF_UNKNOWN_ORDER, RELEASE",
        "unknown, keep, HOLD_OF_UNKNOWN_ORDER, RELEASE",
        "unknown, committed, HOLD_OF_UNKNOWN_ORDER, RELEASE",
        "unknown, expired, , ",
        "on-the-moon, keep, , ",
        "on-the-moon, committed, , ",
    })
    void everyPair(String order, String held, @Nullable Kind kind, @Nullable Remedy remedy) {
        var found = compare.compare(ORDER, held(held, LONG_AGO), order(order, LONG_AGO));

        assertThat(found.map(HoldBreak::kind)).isEqualTo(Optional.ofNullable(kind));
        assertThat(found.map(HoldBreak::remedy)).isEqualTo(Optional.ofNullable(remedy));
    }

    @Test
    void whatHasOnlyJustMovedIsNoBreak() {
        var justNow = NOW.minusSeconds(59);
        var longEnough = NOW.minusSeconds(60);

        assertThat(compare.compare(ORDER, held("keep", longEnough), order("cancelled", longEnough)))
                .isPresent();
        assertThat(compare.compare(ORDER, held("keep", justNow), order("cancelled", longEnough)))
                .isEmpty();
        assertThat(compare.compare(ORDER, held("keep", longEnough), order("cancelled", justNow)))
                .isEmpty();
        assertThat(compare.compare(ORDER, held("keep", justNow), null)).isEmpty();
        assertThat(compare.compare(ORDER, null, order("paid", justNow))).isEmpty();
    }

    /** Seen twice, as the same: anything else was in motion. */
    @Test
    void aDifferenceThatHasChangedIsAnotherOne() {
        var seen = compare.compare(ORDER, held("keep", LONG_AGO), order("cancelled", LONG_AGO))
                .orElseThrow();

        assertThat(compare.stillThere(seen, held("keep", LONG_AGO), order("cancelled", LONG_AGO)))
                .isTrue();
        assertThat(compare.stillThere(seen, held("released", LONG_AGO), order("cancelled", LONG_AGO)))
                .isFalse();
        assertThat(compare.stillThere(seen, held("keep", LONG_AGO), null)).isFalse();
        assertThat(compare.stillThere(seen, moved(held("keep", LONG_AGO)), order("cancelled", LONG_AGO)))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void isWrittenAndRead(Kind kind) {
        assertThat(Kind.of(kind.wire())).isEqualTo(kind);
    }

    private static @Nullable Held held(String how, Instant since) {
        return switch (how) {
            case "nothing" -> null;
            case "hold" -> new Held(ORDER, "alice", Status.HELD, StockPolicy.HOLD, NOW.plusSeconds(1), 1, since);
            case "run-out" -> new Held(ORDER, "alice", Status.HELD, StockPolicy.HOLD, NOW, 1, since);
            case "keep" -> new Held(ORDER, "alice", Status.HELD, StockPolicy.HOLD, null, 1, since);
            case "track" -> new Held(ORDER, "alice", Status.HELD, StockPolicy.TRACK, null, 1, since);
            default -> new Held(ORDER, "alice", Status.of(how), StockPolicy.HOLD, null, 1, since);
        };
    }

    private static @Nullable Held moved(@Nullable Held held) {
        return held == null
                ? null
                : new Held(
                        ORDER,
                        held.userId(),
                        held.status(),
                        held.policy(),
                        held.expiresAt(),
                        held.sequence() + 1,
                        LONG_AGO);
    }

    private static @Nullable OrderSeen order(String state, Instant since) {
        return state.equals("unknown")
                ? null
                : new OrderSeen(
                        ORDER, "alice", OrderState.of(state), 1, since, List.of(new OrderSeen.Units("TEA-100", 2)));
    }
}
