package com.rebatesuite.inventory.commit;

import java.time.Duration;

/** The decision takes longer than a caller should wait. It may still be made; asking again gives its outcome. */
public final class NotInTime extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NotInTime(Duration limit) {
        super("no decision within " + limit);
    }
}
