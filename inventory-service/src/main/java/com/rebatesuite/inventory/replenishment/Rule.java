package com.rebatesuite.inventory.replenishment;

import com.rebatesuite.inventory.level.LevelKey;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When and how much to order for one product at one place.
 *
 * @param min the order point: when less than this is projected, it is ordered
 * @param max up to which it is ordered
 * @param multiple units of a case; only whole cases are ordered
 * @param minimumOrder the least the supplier delivers
 * @param leadTime from ordering until the goods are there
 * @param serviceLevel how likely stock should last through the lead time, if a forecast tells its error
 * @param version changes with every change of the rule
 */
public record Rule(
        String id,
        LevelKey key,
        long min,
        long max,
        long multiple,
        long minimumOrder,
        Duration leadTime,
        String supplier,
        Mode mode,
        @Nullable Double serviceLevel,
        boolean active,
        long version) {

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final long MOST = 1_000_000_000;

    public Rule {
        within("max", max, 1, MOST);
        within("min", min, 0, max);
        within("multiple", multiple, 1, max);
        within("minimum_order", minimumOrder, 1, max);
        if (leadTime.isNegative() || leadTime.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("lead_time: " + leadTime + " (expected: PT0S.." + LONGEST + ")");
        }
        if (serviceLevel != null && !(serviceLevel >= 0.5 && serviceLevel <= 0.9999)) {
            throw new IllegalArgumentException("service_level: " + serviceLevel + " (expected: 0.5..0.9999)");
        }
        if (supplier.isBlank()) {
            throw new IllegalArgumentException("supplier: '" + supplier + "' (expected: named)");
        }
    }

    /** What can be ordered when so many units are needed: at least the minimum, in whole cases. */
    long orderable(long needed) {
        return Math.multiplyExact(Math.ceilDiv(Math.max(needed, minimumOrder), multiple), multiple);
    }

    /** Who acts when the rule does. */
    String actor() {
        return "rule/" + id;
    }

    private static void within(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: " + least + ".." + most + ")");
        }
    }
}
