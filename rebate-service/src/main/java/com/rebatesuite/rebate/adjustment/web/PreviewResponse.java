package com.rebatesuite.rebate.adjustment.web;

import com.rebatesuite.rebate.adjustment.Preview;
import com.rebatesuite.rebate.adjustment.Preview.Booking;
import com.rebatesuite.rebate.adjustment.Preview.Money;
import com.rebatesuite.rebate.view.MoneyView;
import java.util.List;

/** What would be booked; nothing was. */
record PreviewResponse(
        boolean dryRun,
        String userId,
        MoneyView amount,
        boolean bookable,
        List<Booking> bookings,
        Money before,
        Money after) {

    static PreviewResponse of(Preview preview) {
        return new PreviewResponse(
                true,
                preview.userId(),
                preview.amount(),
                preview.bookable(),
                preview.bookings(),
                preview.before(),
                preview.after());
    }
}
