package com.rebatesuite.inventory.commit;

import com.rebatesuite.inventory.commit.StockCommand.Extend;
import com.rebatesuite.inventory.commit.StockCommand.Hold;
import com.rebatesuite.inventory.commit.StockCommand.Keep;
import com.rebatesuite.inventory.level.Deltas;
import com.rebatesuite.inventory.movement.Origin;
import com.rebatesuite.inventory.movement.Reason;
import com.rebatesuite.inventory.reservation.Asked;
import com.rebatesuite.inventory.reservation.Refusal;
import com.rebatesuite.inventory.reservation.RefusalReason;
import com.rebatesuite.inventory.reservation.Reservation;
import com.rebatesuite.inventory.reservation.Shortage;
import com.rebatesuite.inventory.reservation.Status;
import com.rebatesuite.inventory.reservation.StockPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a promise is made and kept: pure functions of the stock. What was done already is only answered again. */
final class HoldRules {

    private final Duration holdFor;
    private final HoldLimits limits;

    HoldRules(Duration holdFor, HoldLimits limits) {
        this.holdFor = holdFor;
        this.limits = limits;
    }

    Decision hold(Hold command, Stock stock, Moment moment) {
        var known = stock.reservation(command.orderId());
        if (known == null) {
            return first(command, stock, moment);
        }
        if (!known.asked().isAskedBy(command.asked())) {
            return Decision.answer(new Outcome.Differs(known));
        }
        return known.isPast(moment.now())
                ? EndRules.expired(known, command.actor(), stock, moment)
                : Decision.answer(new Outcome.Reserved(known));
    }

    /** A paid order keeps what it holds; if the hold has run out it is held again if that is still possible. */
    Decision keep(Keep command, Stock stock, Moment moment) {
        var known = stock.reservation(command.orderId());
        if (known == null) {
            var undecided = Reservation.undecided(command.orderId(), command.asked());
            return heldForGood(undecided, command, stock, moment);
        }
        return switch (known.status()) {
            case HELD ->
                known.expiresAt() == null
                        ? Decision.answer(new Outcome.Reserved(known))
                        : Decision.noted(known.until(null));
            case EXPIRED -> heldForGood(known, command, stock, moment);
            case REFUSED, COMMITTED, RELEASED -> Decision.answer(new Outcome.Reserved(known));
        };
    }

    /** A hold that has run out is over, even if nobody has tidied it up yet: somebody may count on that. */
    Decision extend(Extend command, Stock stock, Moment moment) {
        var known = stock.reservation(command.orderId());
        if (known == null) {
            return Decision.answer(new Outcome.NoReservation(command.orderId()));
        }
        var end = known.expiresAt();
        if (known.status() != Status.HELD || end == null || known.isPast(moment.now())) {
            return Decision.answer(new Outcome.NotExtendable(known));
        }
        var latest = Objects.requireNonNullElse(known.heldAt(), moment.now()).plus(limits.atMost());
        if (command.until().isAfter(latest)) {
            return Decision.answer(new Outcome.TooLong(known, latest));
        }
        return command.until().isAfter(end)
                ? Decision.noted(known.until(command.until()))
                : Decision.answer(new Outcome.Reserved(known));
    }

    private Decision first(Hold command, Stock stock, Moment moment) {
        var undecided = Reservation.undecided(command.orderId(), command.asked());
        if (command.asked().policy() != StockPolicy.HOLD) {
            return withoutGoods(undecided, moment);
        }
        if (exceedsQuota(command.asked(), stock)) {
            return Decision.changed(undecided.refused(quotaUsedUp(command.asked(), stock)), List.of(), moment);
        }
        var until = moment.now().plus(holdFor);
        return held(undecided, origin("hold", command.orderId(), command.actor()), until, stock, moment);
    }

    private boolean exceedsQuota(Asked asked, Stock stock) {
        return !asked.exempt() && !limits.allow(stock.openHolds(asked.userId()).plus(new OpenHolds(1, asked.units())));
    }

    private static Refusal quotaUsedUp(Asked asked, Stock stock) {
        var there = asked.demands().stream()
                .map(demand -> new Shortage(demand.sku(), demand.quantity(), stock.free(demand.sku())))
                .toList();
        return new Refusal(RefusalReason.HOLD_QUOTA, there);
    }

    private static Decision heldForGood(Reservation reservation, Keep command, Stock stock, Moment moment) {
        return reservation.asked().policy() == StockPolicy.HOLD
                ? held(reservation, origin("keep", command.orderId(), command.actor()), null, stock, moment)
                : withoutGoods(reservation, moment);
    }

    /** The order goes its way; nothing is held for it, so there is nothing to run out. */
    private static Decision withoutGoods(Reservation undecided, Moment moment) {
        return Decision.changed(undecided.held(List.of(), List.of(), moment.now(), null), List.of(), moment);
    }

    private static Decision held(
            Reservation undecided, Origin origin, @Nullable Instant until, Stock stock, Moment moment) {
        var grant = Granting.atOnceOrLater(undecided.asked(), stock);
        if (!grant.isComplete()) {
            return Decision.changed(undecided.refused(Refusal.outOfStock(grant.missing())), List.of(), moment);
        }
        var moves = new Moves(stock, moment, origin).add(Reason.HOLD, grant.lines(), Deltas::held);
        var held = undecided.held(grant.lines(), grant.backordered(), moment.now(), until);
        return Decision.changed(held, moves.made(), grant.backorders(), moment);
    }

    static Origin origin(String what, UUID orderId, String actor) {
        return new Origin(what + "/" + orderId, "order/" + orderId, actor);
    }
}
