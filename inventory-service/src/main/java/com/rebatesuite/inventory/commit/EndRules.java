package com.rebatesuite.inventory.commit;

import static com.rebatesuite.inventory.commit.HoldRules.origin;

import com.rebatesuite.inventory.commit.StockCommand.Expire;
import com.rebatesuite.inventory.commit.StockCommand.Release;
import com.rebatesuite.inventory.level.Deltas;
import com.rebatesuite.inventory.movement.Movement;
import com.rebatesuite.inventory.movement.Reason;
import com.rebatesuite.inventory.reservation.Asked;
import com.rebatesuite.inventory.reservation.Backorder;
import com.rebatesuite.inventory.reservation.Reservation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a promise is taken back: pure functions of the stock. What was done already is only answered again. */
final class EndRules {

    private EndRules() {}

    static Decision release(Release command, Stock stock, Moment moment) {
        var known = stock.reservation(command.orderId());
        if (known == null) {
            return unknown(command.orderId(), command.userId());
        }
        var moves = new Moves(stock, moment, origin("release", command.orderId(), command.actor()));
        return switch (known.status()) {
            case HELD ->
                Decision.changed(
                        known.released(),
                        moves.add(Reason.RELEASE, known.lines(), Deltas::released)
                                .made(),
                        waitsNoMore(known, stock),
                        moment);
            case COMMITTED -> Decision.changed(known.released(), cameBack(known, stock, moves), moment);
            case EXPIRED -> Decision.noted(known.closed());
            case REFUSED, RELEASED -> Decision.answer(new Outcome.Reserved(known));
        };
    }

    static Decision expire(Expire command, Stock stock, Moment moment) {
        var known = stock.reservation(command.orderId());
        if (known == null) {
            return Decision.answer(new Outcome.NoReservation(command.orderId()));
        }
        return known.isPast(moment.now())
                ? expired(known, command.actor(), stock, moment)
                : Decision.answer(new Outcome.Reserved(known));
    }

    static Decision expired(Reservation held, String actor, Stock stock, Moment moment) {
        var moves = new Moves(stock, moment, origin("expire", held.orderId(), actor))
                .add(Reason.EXPIRE, held.lines(), Deltas::released);
        return Decision.changed(held.expired(), moves.made(), waitsNoMore(held, stock), moment);
    }

    /** The backorders after the reservation has stopped waiting. */
    static List<Backorder> waitsNoMore(Reservation held, Stock stock) {
        return held.backordered().stream()
                .map(waits -> stock.backorder(waits.sku()).settle(waits.quantity()))
                .toList();
    }

    /** Remembered, so that a hold that comes late promises nothing to an order that has ended. */
    private static Decision unknown(UUID orderId, @Nullable String userId) {
        return userId == null
                ? Decision.answer(new Outcome.NoReservation(orderId))
                : Decision.noted(Reservation.undecided(orderId, Asked.nothing(userId)));
    }

    /** As with everything that comes in, what had left without having been there is settled first. */
    private static List<Movement> cameBack(Reservation committed, Stock stock, Moves moves) {
        for (var line : committed.lines()) {
            var settled =
                    Math.min(line.quantity(), stock.levelOrNone(line.key()).shortfall());
            moves.add(Reason.RELEASE, line.key(), Deltas.received(line.quantity(), settled));
        }
        return moves.made();
    }
}
