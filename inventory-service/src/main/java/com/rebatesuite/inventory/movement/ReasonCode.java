package com.rebatesuite.inventory.movement;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Why somebody had to correct the stock, as it is told apart in the books. */
public enum ReasonCode {
    COUNTED,
    FOUND,
    LOST,
    THEFT,
    DAMAGED,
    EXPIRED,
    SAMPLE,
    CORRECTION;

    /** All of them, as a regular expression. */
    public static final String ANY = "counted|found|lost|theft|damaged|expired|sample|correction";

    /** Those for which goods are written off, as a regular expression. */
    public static final String ANY_LOSS = "lost|theft|damaged|expired|sample";

    /** As it is written outside, e.g. {@code theft}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The code written like that.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ReasonCode of(String wire) {
        return Arrays.stream(values())
                .filter(code -> code.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("reason: " + wire + " (expected: one of "
                        + Arrays.stream(values()).map(ReasonCode::wire).collect(Collectors.joining(", ")) + ")"));
    }
}
