package com.rebatesuite.inventory.reconciliation;

import com.rebatesuite.inventory.commit.GroupCommit;
import com.rebatesuite.inventory.commit.Outcome;
import com.rebatesuite.inventory.commit.StockCommand;
import com.rebatesuite.inventory.reservation.Asked;
import com.rebatesuite.inventory.reservation.Demand;
import com.rebatesuite.inventory.reservation.Reservation;
import com.rebatesuite.inventory.reservation.StockPolicy;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Applies what puts a reservation right. Both sides are asked again first, because nothing locks an order. */
@Component
class SettleHold {

    private final Holds holds;
    private final Orders orders;
    private final GroupCommit commit;
    private final Clock clock;
    private final ReconciliationProperties properties;

    SettleHold(Holds holds, Orders orders, GroupCommit commit, Clock clock, ReconciliationProperties properties) {
        this.holds = holds;
        this.orders = orders;
        this.commit = commit;
        this.clock = clock;
        this.properties = properties;
    }

    Settled apply(Finding finding, HoldBreak found, String actor) {
        var remedy = found.remedy();
        if (remedy == Remedy.NONE) {
            return new Settled.NothingProposed();
        }
        var held = holds.of(List.of(found.orderId())).stream().findFirst().orElse(null);
        var order = orders.of(List.of(found.orderId())).stream().findFirst().orElse(null);
        if (!new CompareHold(clock.instant(), properties.grace()).stillThere(found, held, order)) {
            // An earlier try that was never answered, or the order's own event, may have been there before us.
            return remedy.done(held)
                    ? new Settled.Done(finding)
                    : new Settled.Outdated("order " + found.orderId() + " has moved since it was compared");
        }
        return outcome(finding, remedy, commit.decide(command(remedy, found.orderId(), held, order, actor)));
    }

    private static StockCommand command(
            Remedy remedy, UUID orderId, @Nullable Held held, @Nullable OrderSeen order, String actor) {
        return switch (remedy) {
            case RELEASE ->
                new StockCommand.Release(orderId, Objects.requireNonNull(held).userId(), actor);
            case COMMIT -> new StockCommand.Commit(orderId, actor, true);
            case KEEP -> new StockCommand.Keep(orderId, asked(Objects.requireNonNull(order)), actor);
            case HOLD -> new StockCommand.Hold(orderId, asked(Objects.requireNonNull(order)), actor);
            case COMPENSATE, NONE -> throw new IllegalStateException("order " + orderId + ": " + remedy);
        };
    }

    /** What an operator puts right is not the user's to be counted against a quota. */
    private static Asked asked(OrderSeen order) {
        var demands = order.lines().stream()
                .map(line -> Demand.of(line.sku(), line.quantity()))
                .toList();
        return new Asked(order.userId(), demands, StockPolicy.HOLD, true);
    }

    private static Settled outcome(Finding finding, Remedy remedy, Outcome outcome) {
        if (outcome instanceof Outcome.Reserved reserved
                && remedy.leadsTo(reserved.reservation().status())) {
            return new Settled.Done(finding);
        }
        return new Settled.NotPossible("the books answer: " + said(outcome));
    }

    private static String said(Outcome outcome) {
        return outcome instanceof Outcome.Reserved reserved ? said(reserved.reservation()) : outcome.toString();
    }

    private static String said(Reservation reservation) {
        return reservation.status().wire()
                + (reservation.missing().isEmpty() ? "" : ", missing " + reservation.missing());
    }
}
