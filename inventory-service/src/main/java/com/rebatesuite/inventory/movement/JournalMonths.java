package com.rebatesuite.inventory.movement;

import java.time.YearMonth;
import java.util.SortedSet;

/**
 * The months in which the journal is kept. What changes them gives way to who books: false means that nothing has
 * changed, and that it is time to try again later.
 */
public interface JournalMonths {

    /** The months there are. */
    SortedSet<YearMonth> kept();

    /** Movements for which there was no month when they were booked. */
    long strays();

    /** Gives every stray a month. */
    boolean takeIn();

    /** Adds a month to which movements can be booked. */
    boolean add(YearMonth month);

    /** Lets a month go; what it has moved is carried forward. */
    boolean carry(YearMonth month);
}
