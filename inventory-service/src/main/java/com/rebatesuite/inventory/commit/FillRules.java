package com.rebatesuite.inventory.commit;

import com.rebatesuite.inventory.level.Deltas;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.movement.Origin;
import com.rebatesuite.inventory.movement.Reason;
import com.rebatesuite.inventory.reservation.Backordered;
import com.rebatesuite.inventory.reservation.Line;
import com.rebatesuite.inventory.reservation.Reservation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** How goods that have come in are given to those who wait for them: pure functions of the stock. */
final class FillRules {

    private FillRules() {}

    /** Gives the order what there is of what it waits for. If its time is over, it does not wait any more. */
    static Decision fill(Turn turn, String actor, Stock stock, Moment moment) {
        var known = Objects.requireNonNull(stock.reservation(turn.orderId()));
        if (known.isPast(moment.now())) {
            return EndRules.expired(known, actor, stock, moment);
        }
        var part = known.backordered().stream()
                .filter(waits -> waits.sku().equals(turn.sku()))
                .findFirst()
                .orElseThrow();
        var given = given(part, stock);
        var filled = given.stream().mapToLong(Line::quantity).sum();
        // A promise may come true in several parts: each is a cause of its own.
        var origin = new Origin("fill/" + known.orderId() + "/" + known.sequence(), "order/" + known.orderId(), actor);
        var moves = new Moves(stock, moment, origin).add(Reason.HOLD, given, Deltas::held);
        var lines = new ArrayList<>(known.lines());
        lines.addAll(given);
        return Decision.changed(
                known.filled(Line.summed(lines), rest(known, part, filled)),
                moves.made(),
                List.of(stock.backorder(part.sku()).settle(filled)),
                moment);
    }

    private static List<Line> given(Backordered part, Stock stock) {
        var given = new ArrayList<Line>();
        var left = part.quantity();
        for (var shelf : stock.shelves(part.sku())) {
            if (left > 0) {
                var units = Math.min(left, shelf.free());
                given.add(new Line(new LevelKey(part.sku(), shelf.place().name()), units));
                left -= units;
            }
        }
        return given;
    }

    private static List<Backordered> rest(Reservation known, Backordered part, long filled) {
        return known.backordered().stream()
                .filter(waits -> !waits.equals(part) || filled < part.quantity())
                .map(waits -> waits.equals(part) ? part.of(part.quantity() - filled) : waits)
                .toList();
    }
}
