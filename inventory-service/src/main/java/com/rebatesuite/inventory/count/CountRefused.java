package com.rebatesuite.inventory.count;

/** A count does not allow for what was asked. */
public final class CountRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Why why;

    CountRefused(Why why, String message) {
        super(message);
        this.why = why;
    }

    /** What was in the way. */
    public Why why() {
        return why;
    }

    /** What can be in the way. */
    public enum Why {
        UNKNOWN,
        CHANGED,
        ENDED,
        NOT_LISTED,
        BEING_BOOKED,
        TOO_MANY,
        NOTHING
    }
}
