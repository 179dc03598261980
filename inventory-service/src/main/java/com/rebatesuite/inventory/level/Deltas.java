package com.rebatesuite.inventory.level;

/**
 * By how many units a level moves.
 *
 * @param shortfall units that have left although we did not know of them; settled by what comes in
 */
public record Deltas(long onHand, long held, long damaged, long shortfall) {

    /** Nothing moves. */
    public static final Deltas NONE = new Deltas(0, 0, 0, 0);

    /** A movement that has nothing to do with a shortfall. */
    public Deltas(long onHand, long held, long damaged) {
        this(onHand, held, damaged, 0);
    }

    /** Units come in, good ones. */
    public static Deltas received(long units) {
        return new Deltas(units, 0, 0);
    }

    /** Units come in, of which some have left before. */
    public static Deltas received(long units, long settled) {
        return new Deltas(units - settled, 0, 0, -settled);
    }

    /** Units are promised. */
    public static Deltas held(long units) {
        return new Deltas(0, units, 0);
    }

    /** A promise is taken back. */
    public static Deltas released(long units) {
        return new Deltas(0, -units, 0);
    }

    /** Promised units leave the house. */
    public static Deltas shipped(long units) {
        return new Deltas(-units, -units, 0);
    }

    /** Units leave that nobody had promised; those we did not know of are short. */
    public static Deltas sold(long known, long unknown) {
        return new Deltas(-known, 0, 0, unknown);
    }

    /** Units come back, some of them not fit to be sold again. */
    public static Deltas returned(long good, long damaged) {
        return new Deltas(Math.addExact(good, damaged), 0, damaged);
    }

    /** Both movements as one. */
    public Deltas plus(Deltas other) {
        return new Deltas(
                Math.addExact(onHand, other.onHand),
                Math.addExact(held, other.held),
                Math.addExact(damaged, other.damaged),
                Math.addExact(shortfall, other.shortfall));
    }

    /** By how much these differ from the others. */
    public Deltas minus(Deltas other) {
        return new Deltas(
                Math.subtractExact(onHand, other.onHand),
                Math.subtractExact(held, other.held),
                Math.subtractExact(damaged, other.damaged),
                Math.subtractExact(shortfall, other.shortfall));
    }
}
