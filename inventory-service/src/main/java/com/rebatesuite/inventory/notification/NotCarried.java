package com.rebatesuite.inventory.notification;

import org.jspecify.annotations.Nullable;

/** A message has not arrived, as far as we know. */
public class NotCarried extends RuntimeException {

    private final boolean hopeless;

    private NotCarried(String why, boolean hopeless, @Nullable Throwable cause) {
        super(why, cause);
        this.hopeless = hopeless;
    }

    /** It may arrive the next time. */
    public static NotCarried thisTime(String why, @Nullable Throwable cause) {
        return new NotCarried(why, false, cause);
    }

    /** It cannot arrive before somebody changes the set-up. */
    public static NotCarried asSetUp(String why) {
        return new NotCarried(why, true, null);
    }

    /** Whether trying again is of no use. */
    boolean hopeless() {
        return hopeless;
    }
}
