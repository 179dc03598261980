package com.rebatesuite.rebate.simulation;

/** The period, or what came before it, is more than can be kept in memory at once. */
public final class TooMuchToTry extends RuntimeException {

    private final String bound;

    private TooMuchToTry(String bound, String message) {
        super(message);
        this.bound = bound;
    }

    static TooMuchToTry orders(int most) {
        return new TooMuchToTry("orders", "the period has more than " + most + " orders (expected: a shorter period)");
    }

    static TooMuchToTry shoppers(int most) {
        return new TooMuchToTry(
                "shoppers",
                "up to the end of the period more than " + most
                        + " shoppers had ordered (expected: an earlier period)");
    }

    /** Which bound was met. */
    String bound() {
        return bound;
    }
}
