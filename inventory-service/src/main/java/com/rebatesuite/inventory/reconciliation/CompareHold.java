package com.rebatesuite.inventory.reconciliation;

import com.rebatesuite.inventory.reservation.Status;
import com.rebatesuite.inventory.reservation.StockPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares what is held for an order with what the order needs: a pure function of both sides and the time. */
final class CompareHold {

    private final Instant now;
    private final Instant settled;

    /** An order in motion is no break: whatever has changed within {@code grace} is left alone. */
    CompareHold(Instant now, Duration grace) {
        this.now = now;
        this.settled = now.minus(grace);
    }

    Optional<HoldBreak> compare(UUID orderId, @Nullable Held held, @Nullable OrderSeen order) {
        if (inMotion(held, order)) {
            return Optional.empty();
        }
        return Optional.ofNullable(kind(held, order)).map(kind -> new HoldBreak(kind, orderId, held, order, List.of()));
    }

    /** Whether the difference is still the one that was seen before. */
    boolean stillThere(HoldBreak seen, @Nullable Held held, @Nullable OrderSeen order) {
        return compare(seen.orderId(), held, order)
                .filter(found -> found.kind() == seen.kind())
                .filter(found -> Objects.equals(sequence(found.held()), sequence(seen.held())))
                .isPresent();
    }

    private static @Nullable Integer sequence(@Nullable Held held) {
        return held == null ? null : held.sequence();
    }

    private boolean inMotion(@Nullable Held held, @Nullable OrderSeen order) {
        return Stream.of(
                        Optional.ofNullable(held).map(Held::updatedAt),
                        Optional.ofNullable(order).map(OrderSeen::updatedAt))
                .flatMap(Optional::stream)
                .anyMatch(changed -> changed.isAfter(settled));
    }

    private @Nullable Kind kind(@Nullable Held held, @Nullable OrderSeen order) {
        boolean holds = held != null && held.holds(now);
        boolean left = held != null && held.status() == Status.COMMITTED;
        if (order == null) {
            return holds || left ? Kind.HOLD_OF_UNKNOWN_ORDER : null;
        }
        if (order.state().shipped()) {
            return left ? null : Kind.SHIPPED_NOT_COMMITTED;
        }
        if (order.state() == OrderState.OTHER) {
            return null;
        }
        if (left) {
            return Kind.COMMITTED_NOT_SHIPPED;
        }
        if (held != null && holds) {
            return holding(held, order.state());
        }
        return order.state() == OrderState.CONFIRMED || order.state() == OrderState.PAID
                ? Kind.ORDER_WITHOUT_HOLD
                : null;
    }

    private static @Nullable Kind holding(Held held, OrderState state) {
        if (state.ended()) {
            return Kind.HOLD_OF_ENDED_ORDER;
        }
        boolean paid = state == OrderState.PAID;
        // An order that wants nothing held has no end from the beginning.
        if (paid == (held.expiresAt() == null) || held.policy() != StockPolicy.HOLD) {
            return null;
        }
        return paid ? Kind.HOLD_NOT_KEPT : Kind.HOLD_NOT_PAID;
    }
}
