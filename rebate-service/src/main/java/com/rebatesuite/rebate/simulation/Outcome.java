package com.rebatesuite.rebate.simulation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the draft would have cost beside what was given, after returns, all in minor units.
 *
 * @param days by day (UTC) of the orders, then by currency
 * @param winners who would have got most more, largest difference first
 * @param losers who would have got most less, largest difference first
 * @param budget how the draft's own budget would have been used up; absent when it has none
 * @param leftOut the limits of the experiment, and how often each was met; absent in outcomes of a time that did not tell
 */
public record Outcome(
        List<Total> totals,
        List<Day> days,
        Crowd winners,
        Crowd losers,
        @Nullable Budget budget,
        @Nullable List<LeftOut> leftOut) {

    public Outcome {
        totals = List.copyOf(totals);
        days = List.copyOf(days);
        leftOut = leftOut == null ? null : List.copyOf(leftOut);
    }

    /** One currency over the whole period. */
    public record Total(String currency, long orders, long simulated, long given) {}

    /** One day of one currency. */
    public record Day(LocalDate day, String currency, long orders, long simulated, long given) {}

    /** How many there are, and the first of them. */
    public record Crowd(long count, List<Change> first) {

        public Crowd {
            first = List.copyOf(first);
        }
    }

    /** What one shopper would have got, and got. */
    public record Change(String userId, String currency, long simulated, long given) {

        long difference() {
            return simulated - given;
        }
    }

    /**
     * What was drawn from a budget by the end of each day on which something was drawn. What the rule's earlier versions had
     * drawn before the period stands at the day before it.
     */
    public record Budget(
            String currency,
            long budget,
            long spent,
            @Nullable LocalDate exhaustedOn,
            List<Point> curve) {

        public Budget {
            curve = List.copyOf(curve);
        }
    }

    /** A point of the curve. */
    public record Point(LocalDate day, long spent) {}

    /** What the figures do not show, in words. */
    public record LeftOut(String what, long count, String why) {}
}
