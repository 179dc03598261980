package com.rebatesuite.inventory.commit;

/** Tells the rest of the suite what was written. */
@FunctionalInterface
public interface Announcements {

    /** Takes part in the transaction that writes the entries: both stay or neither does. */
    void announce(Entries entries);
}
