package com.rebatesuite.inventory.replenishment;

import com.rebatesuite.inventory.level.LevelKey;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of a level will go, as it was foreseen at one moment.
 *
 * @param meanPerDay units per day, where {@code days} says nothing else
 * @param sigmaPerDay standard deviation of a day's error, if it is known
 * @param days units of the first, second, … day from {@code asOf}
 */
public record Forecast(
        LevelKey key,
        long sequence,
        Instant asOf,
        String model,
        BigDecimal meanPerDay,
        @Nullable BigDecimal sigmaPerDay,
        List<BigDecimal> days) {

    /** The later one wins; of two from the same moment the one with the higher number. */
    public static final Comparator<Forecast> BY_AGE =
            Comparator.comparing(Forecast::asOf).thenComparingLong(Forecast::sequence);

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal SECONDS_OF_A_DAY = BigDecimal.valueOf(86_400);

    public Forecast {
        days = List.copyOf(days);
        within("mean_per_day", meanPerDay);
        within("sigma_per_day", sigmaPerDay == null ? BigDecimal.ZERO : sigmaPerDay);
        days.forEach(units -> within("days", units));
    }

    /** Units that will go within this time, rounded up. */
    long demand(Instant from, Duration over) {
        var end = from.plus(over);
        var unitSeconds = BigDecimal.ZERO;
        for (var at = from; at.isBefore(end); ) {
            long day = Math.floorDiv(Duration.between(asOf, at).toSeconds(), 86_400);
            var midnight = asOf.plus(Duration.ofDays(day + 1));
            var until = midnight.isBefore(end) ? midnight : end;
            unitSeconds = unitSeconds.add(onDay(day).multiply(seconds(Duration.between(at, until))));
            at = until;
        }
        return unitSeconds.divide(SECONDS_OF_A_DAY, 0, RoundingMode.CEILING).longValueExact();
    }

    /** Whether it was made longer ago than this. */
    boolean isOlderThan(Duration age, Instant now) {
        return asOf.plus(age).isBefore(now);
    }

    /** As a reader wants it named. */
    String name() {
        return model + " as of " + asOf;
    }

    private BigDecimal onDay(long day) {
        return day >= 0 && day < days.size() ? days.get((int) day) : meanPerDay;
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
    }

    private static void within(String name, BigDecimal value) {
        if (value.signum() < 0 || value.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: 0.." + MOST + ")");
        }
    }
}
