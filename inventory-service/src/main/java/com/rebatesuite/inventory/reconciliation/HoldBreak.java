package com.rebatesuite.inventory.reconciliation;

import com.rebatesuite.inventory.movement.MovementSum;
import com.rebatesuite.inventory.reservation.Status;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reservation that is not what its order needs.
 *
 * @param held our side; null when nothing was ever asked for the order
 * @param order the owner's side; null when it knows no such order
 * @param sums what the journal has for the order
 */
public record HoldBreak(
        Kind kind,
        UUID orderId,
        @Nullable Held held,
        @Nullable OrderSeen order,
        List<MovementSum> sums) implements Break {

    public HoldBreak {
        sums = List.copyOf(sums);
    }

    HoldBreak with(List<MovementSum> evidence) {
        return new HoldBreak(kind, orderId, held, order, evidence);
    }

    @Override
    public Remedy remedy() {
        return switch (kind) {
            case HOLD_OF_ENDED_ORDER, HOLD_OF_UNKNOWN_ORDER -> Remedy.RELEASE;
            case HOLD_NOT_KEPT -> Remedy.KEEP;
            case SHIPPED_NOT_COMMITTED -> shipped();
            // An order that may still be sent has to be looked at: the goods are in the house, or they are not.
            case COMMITTED_NOT_SHIPPED -> order != null && order.state().ended() ? Remedy.RELEASE : Remedy.NONE;
            case ORDER_WITHOUT_HOLD -> withoutHold();
            case HOLD_NOT_PAID, LEVEL_NOT_JOURNAL, LEVEL_NOT_RESERVED -> Remedy.NONE;
        };
    }

    private Remedy shipped() {
        if (held == null) {
            // First it has to be known of which goods; the next comparison then commits them.
            return Remedy.KEEP;
        }
        return held.status() == Status.RELEASED ? Remedy.NONE : Remedy.COMMIT;
    }

    /** A refusal was told and stays one: the order has to be cancelled by its owner. */
    private Remedy withoutHold() {
        boolean paid = order != null && order.state() == OrderState.PAID;
        if (held == null) {
            return paid ? Remedy.KEEP : Remedy.HOLD;
        }
        return paid && (held.status() == Status.EXPIRED || held.status() == Status.HELD) ? Remedy.KEEP : Remedy.NONE;
    }
}
