package com.rebatesuite.rebate.view;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One complete set of the views, written from the beginning of the log.
 *
 * @param number counts the generations, from 1
 * @param requestedBy absent for the first
 */
public record Generation(
        int number,
        State state,
        @Nullable String requestedBy,
        @Nullable Instant requestedAt,
        @Nullable Instant servedAt) {

    /** A generation only goes forward. */
    public enum State {
        BUILDING,
        SERVING,
        DROPPED;

        /** The name in the store and in answers. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean is(State other) {
        return state == other;
    }
}
