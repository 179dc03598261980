package com.rebatesuite.rebate.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** How long a cap per shopper counts before it begins anew; days are days in UTC. */
public enum CapPeriod {
    DAY,
    MONTH,
    YEAR,
    EVER;

    private static final int YEAR_AND_MONTH = "2026-01".length();
    private static final int YEAR_ALONE = "2026".length();

    /** The period a moment lies in, for example {@code 2026-01-05}, {@code 2026-01}, {@code 2026} or {@code ever}. */
    public String of(Instant time) {
        return switch (this) {
            case DAY -> day(time);
            case MONTH -> day(time).substring(0, YEAR_AND_MONTH);
            case YEAR -> day(time).substring(0, YEAR_ALONE);
            case EVER -> "ever";
        };
    }

    /** The period of that name. */
    public static CapPeriod named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** The name in events and in answers. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
    }
}
