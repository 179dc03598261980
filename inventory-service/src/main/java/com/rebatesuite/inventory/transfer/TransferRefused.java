package com.rebatesuite.inventory.transfer;

/** A transfer does not allow for what was asked. */
public final class TransferRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Why why;

    TransferRefused(Why why, String message) {
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
        NOT_SENT,
        NOT_IN_TRANSIT
    }
}
