package com.rebatesuite.inventory.reconciliation.web;

import com.rebatesuite.inventory.movement.MovementSum;
import com.rebatesuite.inventory.reconciliation.Held;
import com.rebatesuite.inventory.reconciliation.HoldBreak;
import com.rebatesuite.inventory.reconciliation.OrderSeen;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What our books say about an order, what its owner says, and what the journal has for it. */
record HoldEvidence(
        @Nullable HeldResponse reservation, @Nullable OrderResponse order, List<SumResponse> journal) {

    static HoldEvidence of(HoldBreak found) {
        return new HoldEvidence(
                HeldResponse.of(found.held()),
                OrderResponse.of(found.order()),
                found.sums().stream().map(SumResponse::of).toList());
    }

    /** Our side; absent when nothing was ever asked for the order. */
    record HeldResponse(String status, @Nullable Instant expiresAt, int sequence, Instant updatedAt) {

        static @Nullable HeldResponse of(@Nullable Held held) {
            return held == null
                    ? null
                    : new HeldResponse(held.status().wire(), held.expiresAt(), held.sequence(), held.updatedAt());
        }
    }

    /** The owner's side; absent when it knows no such order. */
    record OrderResponse(String state, int sequence, Instant updatedAt) {

        static @Nullable OrderResponse of(@Nullable OrderSeen order) {
            return order == null
                    ? null
                    : new OrderResponse(
                            order.state().name().toLowerCase(Locale.ROOT), order.sequence(), order.updatedAt());
        }
    }

    /** The movements of one product and reason, added up. */
    record SumResponse(String sku, String reason, long onHandDelta, long heldDelta) {

        static SumResponse of(MovementSum sum) {
            return new SumResponse(
                    sum.sku(),
                    sum.reason().wire(),
                    sum.deltas().onHand(),
                    sum.deltas().held());
        }
    }
}
