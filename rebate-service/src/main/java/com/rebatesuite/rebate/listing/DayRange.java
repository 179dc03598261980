package com.rebatesuite.rebate.listing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Days in UTC, both ends included, at most {@value #MOST} of them. */
public record DayRange(LocalDate from, LocalDate to) {

    static final int MOST = 366;
    private static final int USUAL = 90;

    public DayRange {
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= MOST) {
            throw BadPage.days(from, to, MOST);
        }
    }

    /** What is asked for; without an end until today, without a begin the {@value #USUAL} days up to the end. */
    public static DayRange of(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
        var end = to == null ? today : to;
        return new DayRange(from == null ? end.minusDays(USUAL - 1) : from, end);
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
