package com.rebatesuite.rebate.listing;

import java.time.LocalDate;
import java.util.Collection;

/** A page that there is not: what was asked for is in the message, and what could be. */
public class BadPage extends RuntimeException {

    private final String code;

    private BadPage(String code, String message) {
        super(message);
        this.code = code;
    }

    /** A page of a size that nobody gets. */
    public static BadPage size(int size, int most) {
        return new BadPage("bad-page-size", "page_size: " + size + " (expected: 1.." + most + ")");
    }

    /** Only those in a state in which nothing ever is. */
    public static BadPage state(String state, Collection<String> known) {
        return new BadPage("bad-state", "state: " + state + " (expected: one of " + String.join(", ", known) + ")");
    }

    static BadPage cursor(String place) {
        return new BadPage("bad-cursor", "cursor: " + place + " (expected: a next_cursor of this list)");
    }

    static BadPage days(LocalDate from, LocalDate to, int most) {
        return new BadPage(
                "bad-days",
                "from, to: " + from + ", " + to + " (expected: 1.." + most + " days, the earlier one first)");
    }

    /** The stable name of what is wrong. */
    public String code() {
        return code;
    }
}
