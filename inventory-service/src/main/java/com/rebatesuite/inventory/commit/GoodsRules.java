package com.rebatesuite.inventory.commit;

import com.rebatesuite.inventory.commit.StockCommand.Adjust;
import com.rebatesuite.inventory.commit.StockCommand.Compensate;
import com.rebatesuite.inventory.commit.StockCommand.Count;
import com.rebatesuite.inventory.commit.StockCommand.Judge;
import com.rebatesuite.inventory.commit.StockCommand.Move;
import com.rebatesuite.inventory.commit.StockCommand.Receive;
import com.rebatesuite.inventory.commit.StockCommand.Sell;
import com.rebatesuite.inventory.commit.StockCommand.TakeBack;
import com.rebatesuite.inventory.level.Deltas;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.movement.Reason;
import com.rebatesuite.inventory.reservation.Line;
import com.rebatesuite.inventory.reservation.Reservation;
import com.rebatesuite.inventory.reservation.StockPolicy;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How goods come in, come back and are counted: pure functions of the stock, once per cause. */
final class GoodsRules {

    private GoodsRules() {}

    /** What has left before it came in, as far as we knew, is settled first. */
    static Decision receive(Receive command, Stock stock, Moment moment) {
        var moves = new Moves(stock, moment, command.origin());
        for (var line : command.lines()) {
            long settled =
                    Math.min(line.quantity(), stock.levelOrNone(line.key()).shortfall());
            moves.add(command.reason(), line.key(), Deltas.received(line.quantity(), settled));
        }
        return Decision.booked(moves.made());
    }

    static Decision adjust(Adjust command, Stock stock, Moment moment) {
        var level = stock.level(command.key());
        if (level == null) {
            return Decision.answer(new Outcome.NoLevel(command.key()));
        }
        var expected = command.expectedOnHand();
        if (expected != null && expected != level.onHand()) {
            return Decision.answer(new Outcome.Stale(command.key(), expected, level.onHand()));
        }
        var deltas = Deltas.received(command.delta());
        if (!level.allows(deltas)) {
            return Decision.answer(new Outcome.NotFree(command.key(), deltas, level));
        }
        var moves = new Moves(stock, moment, command.origin());
        return Decision.booked(
                moves.add(Reason.ADJUSTMENT, command.key(), deltas).made());
    }

    /** A count that finds nothing wrong is booked as well: that it was counted is worth knowing. */
    static Decision count(Count command, Stock stock, Moment moment) {
        var level = stock.levelOrNone(command.key());
        long there = level.onHand() - level.shortfall() + command.correction();
        var deltas = new Deltas(Math.max(there, 0) - level.onHand(), 0, 0, Math.max(-there, 0) - level.shortfall());
        if (!level.allows(deltas)) {
            return Decision.answer(new Outcome.NotFree(command.key(), deltas, level));
        }
        return Decision.booked(new Moves(stock, moment, command.origin())
                .add(Reason.COUNT, command.key(), deltas)
                .made());
    }

    static Decision move(Move command, Stock stock, Moment moment) {
        var moves = new Moves(stock, moment, command.origin());
        for (var line : command.deltas().entrySet()) {
            var level = stock.levelOrNone(line.getKey());
            var deltas = line.getValue();
            if (!level.allows(deltas)) {
                return Decision.answer(new Outcome.NotFree(line.getKey(), deltas, level));
            }
            // One movement per level, because the journal takes a cause only once per level and reason.
            moves.add(command.reason(), line.getKey(), deltas);
        }
        return Decision.booked(moves.made());
    }

    /** What is not there to be sold is a shortfall: said, and settled by what comes in next. */
    static Decision sell(Sell command, Stock stock, Moment moment) {
        var moves = new Moves(stock, moment, command.origin());
        for (var line : command.lines()) {
            long known = Math.min(line.quantity(), stock.levelOrNone(line.key()).available());
            moves.add(command.reason(), line.key(), Deltas.sold(known, line.quantity() - known));
        }
        return Decision.booked(moves.made());
    }

    /** Everything of a product goes to one place, the first of those its order was served from; what was none of ours is not. */
    static Decision takeBack(TakeBack command, Stock stock, Moment moment) {
        var known = stock.reservation(command.orderId());
        if (known != null && known.asked().policy() == StockPolicy.NONE) {
            return Decision.booked(List.of());
        }
        var returned = new TreeMap<LevelKey, Deltas>();
        command.good()
                .forEach(units -> returned.merge(
                        cameFrom(known, units.sku()), Deltas.returned(units.quantity(), 0), Deltas::plus));
        command.damaged()
                .forEach(units -> returned.merge(
                        cameFrom(known, units.sku()), Deltas.returned(0, units.quantity()), Deltas::plus));
        var moves = new Moves(stock, moment, command.origin());
        returned.forEach((key, deltas) -> moves.add(Reason.RESTOCK, key, deltas));
        return Decision.booked(moves.made());
    }

    private static LevelKey cameFrom(@Nullable Reservation known, String sku) {
        return known == null
                ? LevelKey.main(sku)
                : known.lines().stream()
                        .map(Line::key)
                        .filter(key -> key.sku().equals(sku))
                        .findFirst()
                        .orElse(LevelKey.main(sku));
    }

    static Decision judge(Judge command, Stock stock, Moment moment) {
        var level = stock.levelOrNone(command.key());
        var expected = command.expected();
        if (expected != null && !expected.equals(level.thresholds())) {
            return Decision.answer(new Outcome.JudgedOtherwise(level));
        }
        return Decision.booked(new Moves(stock, moment, command.origin())
                .add(Reason.THRESHOLDS, level.with(command.thresholds()), Deltas.NONE)
                .made());
    }

    /** A level is put right only if it still is what was compared: everything it says may rest on another movement by now. */
    static Decision compensate(Compensate command, Stock stock, Moment moment) {
        var level = stock.levelOrNone(command.key());
        if (!level.tally().equals(command.level())) {
            return Decision.answer(
                    new Outcome.Stale(command.key(), command.level().sequence(), level.sequence()));
        }
        var journal = command.journal();
        var right = level.restated(journal.units().plus(command.by()), journal.sequence());
        return Decision.booked(new Moves(stock, moment, command.origin())
                .add(Reason.COMPENSATION, right, command.by())
                .made());
    }
}
