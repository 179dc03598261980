package com.rebatesuite.inventory.commit;

import com.rebatesuite.inventory.reservation.Asked;
import com.rebatesuite.inventory.reservation.Line;
import com.rebatesuite.inventory.reservation.StockPolicy;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What a batch needs to see and will lock, in the one order in which everybody locks: users, reservations, levels,
 * backorders.
 *
 * @param users whose open holds are to be counted
 * @param orders whose reservations, and with them the products these are about
 * @param skus which other products, at all places where they are
 * @param causes which earlier movements
 * @param at when a hold is still open
 */
public record Touched(
        SortedSet<String> users, SortedSet<UUID> orders, SortedSet<String> skus, SortedSet<String> causes, Instant at) {

    static Touched by(Collection<? extends StockCommand> commands, Instant at) {
        var touched = new Touched(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), at);
        commands.forEach(touched::add);
        return touched;
    }

    private void add(StockCommand command) {
        switch (command) {
            case StockCommand.OfOrder ofOrder -> orders.add(ofOrder.orderId());
            case StockCommand.OfGoods ofGoods -> causes.add(ofGoods.origin().cause());
            case StockCommand.Fill fill -> skus.add(fill.sku());
        }
        switch (command) {
            case StockCommand.Hold hold -> add(hold);
            case StockCommand.Keep keep -> add(keep.asked());
            case StockCommand.Receive receive -> add(receive.lines());
            case StockCommand.Adjust adjust -> skus.add(adjust.key().sku());
            case StockCommand.Count count -> skus.add(count.key().sku());
            case StockCommand.Move move -> move.deltas().keySet().forEach(key -> skus.add(key.sku()));
            case StockCommand.Sell sell -> add(sell.lines());
            case StockCommand.Judge judge -> skus.add(judge.key().sku());
            case StockCommand.Compensate compensate -> skus.add(compensate.key().sku());
            case StockCommand.TakeBack takeBack -> add(takeBack);
            case StockCommand.Extend extend -> {}
            case StockCommand.Commit commit -> {}
            case StockCommand.Release release -> {}
            case StockCommand.Expire expire -> {}
            case StockCommand.Fill fill -> {}
        }
    }

    private void add(StockCommand.Hold hold) {
        var asked = hold.asked();
        if (asked.policy() == StockPolicy.HOLD) {
            add(asked);
        }
        if (asked.policy() == StockPolicy.HOLD && !asked.exempt()) {
            users.add(asked.userId());
        }
    }

    private void add(StockCommand.TakeBack takeBack) {
        orders.add(takeBack.orderId());
        takeBack.good().forEach(units -> skus.add(units.sku()));
        takeBack.damaged().forEach(units -> skus.add(units.sku()));
    }

    private void add(Asked asked) {
        skus.addAll(asked.skus());
    }

    private void add(List<Line> lines) {
        lines.forEach(line -> skus.add(line.key().sku()));
    }
}
