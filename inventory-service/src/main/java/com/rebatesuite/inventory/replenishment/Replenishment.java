package com.rebatesuite.inventory.replenishment;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.replenishment.Step.Refused;
import com.rebatesuite.inventory.replenishment.Step.Repeated;
import com.rebatesuite.inventory.replenishment.Step.Taken;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods that are to come in, from the proposal to the last receipt. Deciding a step changes nothing.
 *
 * @param order what the supplier was told; null until it is ordered
 * @param last the step it is in its status by
 * @param sequence counts its events, from 1
 */
public record Replenishment(
        UUID id,
        LevelKey key,
        String supplier,
        Grounds grounds,
        Units units,
        @Nullable SupplierOrder order,
        Status status,
        Act last,
        Instant createdAt,
        int sequence) {

    /** What a rule asks for. */
    static Replenishment proposed(UUID id, Proposal proposal, Instant at) {
        var rule = proposal.rule();
        return first(
                id,
                rule.key(),
                rule.supplier(),
                Grounds.of(proposal),
                proposal.quantity(),
                new Act(rule.actor(), null, at));
    }

    /** What a person asks for. */
    static Replenishment asked(UUID id, LevelKey key, String supplier, long quantity, Act act) {
        return first(id, key, supplier, Grounds.OF_A_PERSON, quantity, act);
    }

    private static Replenishment first(
            UUID id, LevelKey key, String supplier, Grounds grounds, long quantity, Act act) {
        return new Replenishment(
                id, key, supplier, grounds, Units.proposed(quantity), null, Status.PROPOSED, act, act.at(), 1);
    }

    /** It may be ordered, in another quantity if one is given. */
    public Step approve(@Nullable Long quantity, Act act) {
        long wanted = quantity == null ? units.wanted() : quantity;
        if (status == Status.APPROVED && wanted == units.wanted()) {
            return new Repeated(this);
        }
        return to(Status.APPROVED, units.wanting(wanted), null, act);
    }

    /** The supplier has been told. */
    public Step order(SupplierOrder told, Act act) {
        return status == Status.ORDERED && told.equals(order)
                ? new Repeated(this)
                : to(Status.ORDERED, units, told, act);
    }

    /** Units have come and are about to be booked. Nobody is told before they are. */
    Step expect(long quantity, int overReceiptPercent) {
        if (!status.next().contains(Status.RECEIVED)) {
            return wrongStatus("ordered or partly-received");
        }
        long room = units.room(overReceiptPercent);
        if (quantity > room) {
            return new Refused(
                    this,
                    "over-receipt",
                    "quantity: " + quantity + " (expected: at most " + room + ", of " + units.wanted() + " ordered and "
                            + overReceiptPercent + " % too many)");
        }
        return new Taken(new Replenishment(
                id, key, supplier, grounds, units.expecting(quantity), order, status, last, createdAt, sequence));
    }

    /** Units are in the stock: more are to come, or these were the last. */
    Step receive(long quantity, Act act) {
        var after = units.receiving(quantity);
        // Whatever has happened to the rest: what is in the stock has come.
        return new Taken(after(after.missing() > 0 ? Status.PARTLY_RECEIVED : Status.RECEIVED, after, order, act));
    }

    /** What has not come will not come. */
    public Step cancel(Act act) {
        if (status == Status.CANCELLED) {
            return new Repeated(this);
        }
        if (units.pending() > 0) {
            return new Refused(
                    this, "receipt-pending", "pending: " + units.pending() + " units (expected: none being booked)");
        }
        return to(Status.CANCELLED, units, order, act);
    }

    private Step to(Status next, Units after, @Nullable SupplierOrder told, Act act) {
        return status.next().contains(next) ? new Taken(after(next, after, told, act)) : wrongStatus(before(next));
    }

    private Replenishment after(Status next, Units after, @Nullable SupplierOrder told, Act act) {
        return new Replenishment(
                id, key, supplier, grounds, after, told, next, act, createdAt, Math.addExact(sequence, 1));
    }

    private Step wrongStatus(String expected) {
        return new Refused(this, "wrong-status", "status: " + status.wire() + " (expected: " + expected + ")");
    }

    private static String before(Status next) {
        return switch (next) {
            case APPROVED -> "proposed";
            case ORDERED -> "approved";
            default -> "not ended";
        };
    }
}
