package com.rebatesuite.inventory.commit;

import java.time.Duration;
import java.util.List;

/** What a command leads to, given the stock: a pure function. */
final class Decider {

    private final HoldRules holds;

    Decider(Duration holdFor, HoldLimits limits) {
        holds = new HoldRules(holdFor, limits);
    }

    Decision decide(StockCommand command, Stock stock, Moment moment) {
        return switch (command) {
            case StockCommand.Hold hold -> holds.hold(hold, stock, moment);
            case StockCommand.Keep keep -> holds.keep(keep, stock, moment);
            case StockCommand.Extend extend -> holds.extend(extend, stock, moment);
            case StockCommand.Commit commit -> LeaveRules.commit(commit, stock, moment);
            case StockCommand.Release release -> EndRules.release(release, stock, moment);
            case StockCommand.Expire expire -> EndRules.expire(expire, stock, moment);
            // Whoever waits for what is there is served at the end of every batch: see FillRules.
            case StockCommand.Fill fill -> Decision.answer(new Outcome.Booked(List.of(), false));
            case StockCommand.OfGoods goods -> oncePerCause(goods, stock, moment);
        };
    }

    private static Decision oncePerCause(StockCommand.OfGoods command, Stock stock, Moment moment) {
        var booked = stock.booked(command.origin().cause());
        if (booked != null) {
            return Decision.answer(new Outcome.Booked(booked, true));
        }
        return switch (command) {
            case StockCommand.Receive receive -> GoodsRules.receive(receive, stock, moment);
            case StockCommand.Adjust adjust -> GoodsRules.adjust(adjust, stock, moment);
            case StockCommand.Count count -> GoodsRules.count(count, stock, moment);
            case StockCommand.Move move -> GoodsRules.move(move, stock, moment);
            case StockCommand.Sell sell -> GoodsRules.sell(sell, stock, moment);
            case StockCommand.TakeBack takeBack -> GoodsRules.takeBack(takeBack, stock, moment);
            case StockCommand.Judge judge -> GoodsRules.judge(judge, stock, moment);
            case StockCommand.Compensate compensate -> GoodsRules.compensate(compensate, stock, moment);
        };
    }
}
