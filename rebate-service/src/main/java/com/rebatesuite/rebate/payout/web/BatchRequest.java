package com.rebatesuite.rebate.payout.web;

import com.rebatesuite.rebate.payout.Selection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a batch shall hold: withdrawals requested from a day to a day (UTC); all of the last year if nothing is said. */
record BatchRequest(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable @Min(1) @Max(Selection.MOST) Integer most) {

    private static final int USUAL = 500;

    Selection selection() {
        return new Selection(from, to, most == null ? USUAL : most);
    }
}
