package com.rebatesuite.inventory.view;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * How far a rebuild of the fast view is.
 *
 * @param updatedAt when it was last heard of
 * @param products how many have been filled in anew
 * @param levels how many levels these have
 * @param removed how many names were removed that are no product with levels
 */
public record Rebuild(
        UUID id, State state, Instant startedAt, Instant updatedAt, long products, long levels, long removed) {

    static Rebuild begun(UUID id, Instant at) {
        return new Rebuild(id, State.RUNNING, at, at, 0, 0, 0);
    }

    Rebuild filled(int moreProducts, int moreLevels, Instant at) {
        return new Rebuild(id, state, startedAt, at, products + moreProducts, levels + moreLevels, removed);
    }

    Rebuild done(long removedNames, Instant at) {
        return new Rebuild(id, State.DONE, startedAt, at, products, levels, removedNames);
    }

    /** The same, given up where it was. */
    public Rebuild failed() {
        return new Rebuild(id, State.FAILED, startedAt, updatedAt, products, levels, removed);
    }

    /** Whether there is more to come. */
    public enum State {
        RUNNING,
        DONE,
        FAILED;

        /** As it is written outside, e.g. {@code done}. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
