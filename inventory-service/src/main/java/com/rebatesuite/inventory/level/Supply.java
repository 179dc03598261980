package com.rebatesuite.inventory.level;

import java.util.Locale;

/** Whether there is enough of a product. It remembers where it came from, so that every crossing is told once. */
public enum Supply {
    OK,
    LOW,
    OUT;

    /** The supply once so many units are available: it takes the hysteresis more to get better than to get worse. */
    Supply with(long available, Thresholds thresholds) {
        if (available <= (this == OUT ? thresholds.hysteresis() : 0)) {
            return OUT;
        }
        long low = thresholds.reorderPoint() + (this == OK ? 0 : thresholds.hysteresis());
        return thresholds.reorderPoint() > 0 && available <= low ? LOW : OK;
    }

    /** As it is written outside, e.g. {@code low}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The supply written like that. */
    public static Supply of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
