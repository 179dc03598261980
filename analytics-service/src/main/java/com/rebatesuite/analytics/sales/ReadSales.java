package com.rebatesuite.analytics.sales;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers how a sku sold, minute by minute. */
@Service
public class ReadSales {

    /** The longest range that is read at once: 10,080 minutes per currency. */
    static final Duration MAX_RANGE = Duration.ofDays(7);

    private static final Duration DEFAULT_RANGE = Duration.ofHours(1);

    private final SalesMinutes minutes;
    private final Clock clock;

    public ReadSales(SalesMinutes minutes, Clock clock) {
        this.minutes = minutes;
        this.clock = clock;
    }

    /**
     * The minutes that start in [from, to); without {@code to} until now, without {@code from} the hour before {@code to}.
     *
     * @throws BadRange if the range is empty, reversed or too long
     * @throws SalesUnavailable if the minutes cannot be read now
     */
    public SalesReport read(String sku, @Nullable Instant from, @Nullable Instant to) {
        var end = to == null ? clock.instant() : to;
        var start = from == null ? end.minus(DEFAULT_RANGE) : from;
        var range = Duration.between(start, end);
        if (!range.isPositive() || range.compareTo(MAX_RANGE) > 0) {
            throw new BadRange(start, end);
        }
        return new SalesReport(sku, start, end, minutes.of(sku, start, end));
    }

    /** The range asked for is none, or too long. */
    public static class BadRange extends RuntimeException {

        BadRange(Instant from, Instant to) {
            super("from, to: " + from + ", " + to + " (expected: from before to, at most " + MAX_RANGE.toDays()
                    + " days apart)");
        }
    }
}
