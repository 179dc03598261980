package com.rebatesuite.rebate.live;

/** No further stream can be opened: for this shopper, or for anybody. */
public class TooManyStreams extends RuntimeException {

    private final boolean ofThisUser;

    TooManyStreams(boolean ofThisUser, int most) {
        super("at most " + most + " streams " + (ofThisUser ? "per shopper" : "in all"));
        this.ofThisUser = ofThisUser;
    }

    /** Whether it is the shopper who has too many, and not the service. */
    public boolean ofThisUser() {
        return ofThisUser;
    }
}
