package com.rebatesuite.inventory.view;

/** No further stream can be opened: for this caller, or for anybody. */
public class TooManyStreams extends RuntimeException {

    private final boolean ofThisUser;

    TooManyStreams(boolean ofThisUser, int most) {
        super("at most " + most + " streams " + (ofThisUser ? "per caller" : "in all"));
        this.ofThisUser = ofThisUser;
    }

    /** Whether it is the caller who has too many, and not the service. */
    public boolean ofThisUser() {
        return ofThisUser;
    }
}
