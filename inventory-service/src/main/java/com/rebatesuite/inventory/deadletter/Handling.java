package com.rebatesuite.inventory.deadletter;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has done with a dead letter.
 *
 * @param attempt 1 for what was done first
 * @param edited whether its value was changed on the way
 * @param note why, if somebody said
 */
public record Handling(
        RecordId id,
        int attempt,
        Action action,
        boolean edited,
        String actor,
        @Nullable String note,
        Instant at) {

    /** What can be done. */
    public enum Action {
        REPLAYED,
        DISCARDED;

        /** As it is written outside, e.g. {@code replayed}. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The action written like that. */
        public static Action of(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }
}
