package com.rebatesuite.platform.paging;

/** A cursor that we did not hand out; the answer is 400 {@code bad-cursor}. */
public class BadCursor extends RuntimeException {

    public BadCursor(String cursor) {
        super("cursor: " + cursor + " (expected: a next_cursor of an earlier page)");
    }
}
