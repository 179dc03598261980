package com.rebatesuite.rebate.payout;

import com.rebatesuite.rebate.listing.DayRange;
import com.rebatesuite.rebate.view.WithdrawalView;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Which withdrawals a batch wants, as it was asked for.
 *
 * @param from first day (UTC) of the requests; a year before {@code to} if nothing is said
 * @param to last day; today if nothing is said
 * @param most how many it takes, 1..1000, the oldest days first
 */
public record Selection(@Nullable LocalDate from, @Nullable LocalDate to, int most) {

    public static final int MOST = 1_000;
    private static final int USUAL_DAYS = 366;

    public Selection {
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException("most: " + most + " (expected: 1.." + MOST + ")");
        }
    }

    DayRange days(LocalDate today) {
        var end = to == null ? today : to;
        return new DayRange(from == null ? end.minusDays(USUAL_DAYS - 1) : from, end);
    }

    boolean fits(WithdrawalView withdrawal) {
        var day = LocalDate.ofInstant(withdrawal.requestedAt(), ZoneOffset.UTC);
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
