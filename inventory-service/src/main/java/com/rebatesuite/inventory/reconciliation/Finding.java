package com.rebatesuite.inventory.reconciliation;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A break in a report.
 *
 * @param number its place in the report, from 1
 * @param verdict what an operator has decided about it; null while it is open
 */
public record Finding(int number, Break found, @Nullable Verdict verdict) {

    Finding with(Verdict decided) {
        return new Finding(number, found, decided);
    }

    /** What was decided, by whom, when and why. */
    public record Verdict(Ruling ruling, String actor, Instant at, String reason) {}

    /** What can be decided. */
    public enum Ruling {
        APPROVED,
        REJECTED;

        /** As it is written outside, e.g. {@code approved}. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The ruling written like that. */
        public static Ruling of(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }
}
