package com.rebatesuite.inventory.commit;

import com.rebatesuite.inventory.level.Deltas;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.Tally;
import com.rebatesuite.inventory.level.Thresholds;
import com.rebatesuite.inventory.movement.Origin;
import com.rebatesuite.inventory.movement.Reason;
import com.rebatesuite.inventory.reservation.Asked;
import com.rebatesuite.inventory.reservation.Demand;
import com.rebatesuite.inventory.reservation.Line;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that can be asked of the stock. The group commit decides them one after the other. */
public sealed interface StockCommand {

    /** Whether it is only asked what would happen. */
    default boolean dryRun() {
        return false;
    }

    /** A command about the reservation of one order. */
    sealed interface OfOrder extends StockCommand permits Hold, Keep, Extend, Commit, Release, Expire {

        /** The order it is about. */
        UUID orderId();
    }

    /** A command that moves goods and has its effect once per cause. */
    sealed interface OfGoods extends StockCommand
            permits Receive, Adjust, Count, Move, Sell, Judge, Compensate, TakeBack {

        /** Where it comes from; its cause has an effect only once. */
        Origin origin();
    }

    /** Promise these units to the order, for a while. */
    record Hold(UUID orderId, Asked asked, String actor) implements OfOrder {

        public Hold {
            atLeastOne(asked.demands());
        }
    }

    /** The order is paid: its hold does not run out any more. Says what was asked, for when it has run out already. */
    record Keep(UUID orderId, Asked asked, String actor) implements OfOrder {

        public Keep {
            atLeastOne(asked.demands());
        }
    }

    /** Hold for longer. A time before the present end changes nothing. */
    record Extend(UUID orderId, Instant until) implements OfOrder {}

    /**
     * The goods leave.
     *
     * @param hasLeft whether they have done so already, so that there is nothing to be refused about what is backordered
     */
    record Commit(UUID orderId, String actor, boolean hasLeft) implements OfOrder {}

    /**
     * The order has ended: take the promise back.
     *
     * @param userId whose order it is, to remember that it has ended should nobody have asked for it yet; null if unknown
     */
    record Release(UUID orderId, @Nullable String userId, String actor) implements OfOrder {}

    /** End the hold if it has run out. */
    record Expire(UUID orderId, String actor) implements OfOrder {}

    /** Give what is there of the product to those who wait for it. */
    record Fill(String sku) implements StockCommand {}

    /** Goods come in, for whatever reason. What has left without having been known here is settled first. */
    record Receive(Origin origin, Reason reason, List<Line> lines, boolean dryRun) implements OfGoods {
        public Receive {
            lines = Line.summed(atLeastOne(lines));
        }

        /** A delivery. */
        public Receive(Origin origin, List<Line> lines, boolean dryRun) {
            this(origin, Reason.RECEIPT, lines, dryRun);
        }
    }

    /** Somebody has counted: what is on hand differs by this many units from what the level says. */
    record Adjust(
            Origin origin,
            LevelKey key,
            long delta,
            @Nullable Long expectedOnHand,
            boolean dryRun) implements OfGoods {
        public Adjust {
            if (delta == 0) {
                throw new IllegalArgumentException("delta of " + key + ": 0 (expected: a difference)");
            }
        }
    }

    /**
     * Somebody has counted all of it, some time ago: what is there now differs by this many units from what is there and
     * what is short, taken together. Then nothing is short any more, unless more has left since than was there.
     */
    record Count(Origin origin, LevelKey key, long correction, boolean dryRun) implements OfGoods {}

    /** Goods move as told, at all of these levels or at none. */
    record Move(Origin origin, Reason reason, SortedMap<LevelKey, Deltas> deltas, boolean dryRun) implements OfGoods {
        public Move {
            deltas = Collections.unmodifiableSortedMap(new TreeMap<>(deltas));
            if (deltas.isEmpty()) {
                throw new IllegalArgumentException("lines: none (expected: at least one)");
            }
        }

        /** Goods came back: good ones can be sold again, damaged ones are kept apart. */
        public static Move restock(Origin origin, List<Line> good, List<Line> damaged) {
            var returned = new TreeMap<LevelKey, Deltas>();
            good.forEach(line -> returned.merge(line.key(), Deltas.returned(line.quantity(), 0), Deltas::plus));
            damaged.forEach(line -> returned.merge(line.key(), Deltas.returned(0, line.quantity()), Deltas::plus));
            return new Move(origin, Reason.RESTOCK, returned, false);
        }
    }

    /** Goods have left outside that nobody had promised, mostly sold. They are gone, whether or not we knew of them. */
    record Sell(Origin origin, Reason reason, List<Line> lines) implements OfGoods {
        public Sell {
            lines = Line.summed(atLeastOne(lines));
        }

        /** A sale. */
        public Sell(Origin origin, List<Line> lines) {
            this(origin, Reason.SALE, lines);
        }
    }

    /** Goods of an order came back, to the place they came from: good ones can be sold again, damaged ones are kept apart. */
    record TakeBack(Origin origin, UUID orderId, List<Demand> good, List<Demand> damaged) implements OfGoods {

        public TakeBack {
            good = Demand.summed(good);
            damaged = Demand.summed(damaged);
        }
    }

    /** From now on the level is judged by these thresholds; if the operator says by which it is now, only if it is so. */
    record Judge(
            Origin origin,
            LevelKey key,
            Thresholds thresholds,
            @Nullable Thresholds expected,
            boolean dryRun) implements OfGoods {}

    /**
     * The level is not the sum of its journal: it becomes that sum and moves on from there by what is missing in it.
     *
     * @param level what the level says: if it says something else by now, nothing happens
     * @param journal what its journal adds up to, up to which sequence
     */
    record Compensate(Origin origin, LevelKey key, Tally level, Tally journal, Deltas by) implements OfGoods {}

    private static <T> List<T> atLeastOne(List<T> lines) {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("lines: none (expected: at least one)");
        }
        return lines;
    }
}
