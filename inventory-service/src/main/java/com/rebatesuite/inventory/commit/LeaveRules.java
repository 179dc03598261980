package com.rebatesuite.inventory.commit;

import static com.rebatesuite.inventory.commit.HoldRules.origin;

import com.rebatesuite.inventory.commit.StockCommand.Commit;
import com.rebatesuite.inventory.level.Deltas;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.movement.Reason;
import com.rebatesuite.inventory.reservation.Demand;
import com.rebatesuite.inventory.reservation.Line;
import com.rebatesuite.inventory.reservation.Refusal;
import com.rebatesuite.inventory.reservation.Reservation;
import com.rebatesuite.inventory.reservation.Shortage;
import com.rebatesuite.inventory.reservation.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How the goods of an order leave: pure functions of the stock. What has left already is only answered again. */
final class LeaveRules {

    private LeaveRules() {}

    static Decision commit(Commit command, Stock stock, Moment moment) {
        var known = stock.reservation(command.orderId());
        if (known == null) {
            return Decision.answer(new Outcome.NoReservation(command.orderId()));
        }
        return switch (known.status()) {
            case HELD -> held(known, command, stock, moment);
            case EXPIRED, REFUSED -> late(known, command, stock, moment);
            case COMMITTED, RELEASED -> Decision.answer(new Outcome.Reserved(known));
        };
    }

    /** What is not held, since the policy is to hold nothing or since it is still to come, is taken from what is free. */
    private static Decision held(Reservation known, Commit command, Stock stock, Moment moment) {
        if (!command.hasLeft() && !known.backordered().isEmpty()) {
            return Decision.answer(new Outcome.Lacking(known, stillToCome(known)));
        }
        var deltas = new TreeMap<LevelKey, Deltas>();
        var left = new ArrayList<>(known.lines());
        known.lines().forEach(line -> deltas.put(line.key(), Deltas.shipped(line.quantity())));
        for (var demand : notHeld(known)) {
            sell(demand, stock, deltas).forEach((key, sold) -> {
                deltas.merge(key, sold, Deltas::plus);
                left.add(new Line(key, sold.shortfall() - sold.onHand()));
            });
        }
        var moves = new Moves(stock, moment, origin("commit", command.orderId(), command.actor()));
        deltas.forEach((key, by) -> moves.add(Reason.COMMIT, key, by));
        var backorders = EndRules.waitsNoMore(known, stock);
        return Decision.changed(known.committed(Line.summed(left)), moves.made(), backorders, moment);
    }

    /**
     * Nothing is held any more: it is held again in passing if it is there. If it is not, nothing is booked, because a
     * level is never negative; where the goods have left nevertheless, the refusal tells order-service so.
     */
    private static Decision late(Reservation known, Commit command, Stock stock, Moment moment) {
        var grant = Granting.atOnce(known.asked(), stock);
        if (!grant.isComplete()) {
            return command.hasLeft()
                    ? stillShort(known, grant.missing(), moment)
                    : Decision.answer(new Outcome.Lacking(known, grant.missing()));
        }
        var moves = new Moves(stock, moment, origin("commit", command.orderId(), command.actor()))
                .add(Reason.HOLD, grant.lines(), Deltas::held)
                .add(Reason.COMMIT, grant.lines(), Deltas::shipped);
        return Decision.changed(known.committed(grant.lines()), moves.made(), moment);
    }

    /** Everybody is told of a refusal once. */
    private static Decision stillShort(Reservation known, List<Shortage> missing, Moment moment) {
        return known.status() == Status.REFUSED
                ? Decision.answer(new Outcome.Reserved(known))
                : Decision.changed(known.refused(Refusal.outOfStock(missing)), List.of(), moment);
    }

    private static List<Shortage> stillToCome(Reservation known) {
        return known.backordered().stream()
                .map(waits -> new Shortage(waits.sku(), waits.quantity(), 0))
                .toList();
    }

    private static List<Demand> notHeld(Reservation known) {
        return switch (known.asked().policy()) {
            case NONE -> List.of();
            case TRACK -> known.asked().demands();
            case HOLD ->
                known.backordered().stream()
                        .map(waits -> Demand.of(waits.sku(), waits.quantity()))
                        .toList();
        };
    }

    /** Takes what is there; the rest is short where most orders are served from. */
    private static SortedMap<LevelKey, Deltas> sell(Demand demand, Stock stock, Map<LevelKey, Deltas> before) {
        var sold = new TreeMap<LevelKey, Deltas>();
        var rest = demand.quantity();
        for (var shelf : stock.shelves(demand.sku(), demand.location())) {
            var key = new LevelKey(demand.sku(), shelf.place().name());
            var known = Math.min(rest, shelf.free() - takenFrom(before.getOrDefault(key, Deltas.NONE)));
            if (known > 0) {
                sold.put(key, Deltas.sold(known, 0));
                rest -= known;
            }
        }
        if (rest > 0) {
            sold.merge(stock.firstPlace(demand), Deltas.sold(0, rest), Deltas::plus);
        }
        return sold;
    }

    /** Units that were free; what leaves out of a hold was not. */
    private static long takenFrom(Deltas by) {
        return by.held() - by.onHand();
    }
}
