package com.rebatesuite.inventory.level;

/**
 * How many units of one product are at one place, and how many of them are promised or damaged. Cannot exist in a wrong
 * state (INV-7). The sequence counts its movements.
 *
 * @param shortfall units that have left without having been known here: never in {@code onHand}, which is never negative
 * @param supply whether that is enough, by the thresholds
 */
public record StockLevel(
        LevelKey key,
        long onHand,
        long held,
        long damaged,
        long shortfall,
        Thresholds thresholds,
        Supply supply,
        long sequence) {

    public StockLevel {
        if (onHand < 0 || held < 0 || damaged < 0 || shortfall < 0 || Math.addExact(held, damaged) > onHand) {
            throw new IllegalArgumentException("level of " + key + ": on hand " + onHand + ", held " + held
                    + ", damaged " + damaged + ", shortfall " + shortfall
                    + " (expected: 0 <= held + damaged <= on hand, 0 <= shortfall)");
        }
    }

    /** A level about whose supply nothing is said. */
    public StockLevel(LevelKey key, long onHand, long held, long damaged, long sequence) {
        this(
                key,
                onHand,
                held,
                damaged,
                0,
                Thresholds.NONE,
                Supply.OK.with(onHand - held - damaged, Thresholds.NONE),
                sequence);
    }

    /** Nothing there, and never anything moved. */
    public static StockLevel none(LevelKey key) {
        return new StockLevel(key, 0, 0, 0, 0, Thresholds.NONE, Supply.OK, 0);
    }

    /** Units that can still be promised. */
    public long available() {
        return onHand - held - damaged;
    }

    /** Whether the level could still be like that after the movement. */
    public boolean allows(Deltas by) {
        return onHand + by.onHand() >= 0
                && held + by.held() >= 0
                && damaged + by.damaged() >= 0
                && shortfall + by.shortfall() >= 0
                && available() + by.onHand() - by.held() - by.damaged() >= 0;
    }

    /**
     * The level after one more movement.
     *
     * @throws IllegalArgumentException when no level could be like that
     */
    public StockLevel moved(Deltas by) {
        var moved = new StockLevel(
                key,
                Math.addExact(onHand, by.onHand()),
                Math.addExact(held, by.held()),
                Math.addExact(damaged, by.damaged()),
                Math.addExact(shortfall, by.shortfall()),
                thresholds,
                supply,
                sequence + 1);
        return moved.judged();
    }

    /** The same goods, judged by other thresholds from now on. It takes a movement of nothing, so that it has its place in the journal. */
    public StockLevel with(Thresholds other) {
        return new StockLevel(key, onHand, held, damaged, shortfall, other, supply, sequence + 1).judged();
    }

    /** What it says of itself. */
    public Tally tally() {
        return new Tally(new Deltas(onHand, held, damaged, shortfall), sequence);
    }

    /**
     * The same place with these units instead, as the movement after that sequence leaves it.
     *
     * @throws IllegalArgumentException when no level could be like that
     */
    public StockLevel restated(Deltas units, long after) {
        return new StockLevel(
                        key,
                        units.onHand(),
                        units.held(),
                        units.damaged(),
                        units.shortfall(),
                        thresholds,
                        supply,
                        Math.max(sequence, after) + 1)
                .judged();
    }

    private StockLevel judged() {
        return new StockLevel(
                key, onHand, held, damaged, shortfall, thresholds, supply.with(available(), thresholds), sequence);
    }
}
