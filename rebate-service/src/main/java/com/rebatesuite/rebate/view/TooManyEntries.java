package com.rebatesuite.rebate.view;

/** A period has more entries than are read at once. */
public class TooManyEntries extends RuntimeException {

    public TooManyEntries(long entries, int most) {
        super("entries in the period: " + entries + " (expected: at most " + most + ")");
    }
}
