package com.rebatesuite.inventory.reconciliation;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A comparison somebody has asked for.
 *
 * @param summary what it has found; null until it is completed
 * @param remark why it is not the whole truth, or why it has failed
 */
public record Reconciliation(
        UUID id,
        @Nullable String sku,
        String actor,
        Instant requestedAt,
        Progress progress,
        @Nullable Instant finishedAt,
        @Nullable Summary summary,
        @Nullable String remark) {

    /** How far it is. */
    public enum Progress {
        REQUESTED,
        RUNNING,
        COMPLETED,
        FAILED;

        /** As it is written outside, e.g. {@code requested}. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The progress written like that. */
        public static Progress of(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }

    /** How much was compared, and how many breaks of each kind there are. */
    public record Summary(long levels, long orders, OrdersSide ordersSide, Map<Kind, Integer> breaks) {

        public Summary {
            breaks = Map.copyOf(breaks);
        }
    }
}
