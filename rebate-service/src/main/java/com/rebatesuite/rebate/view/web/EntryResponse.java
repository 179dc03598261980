package com.rebatesuite.rebate.view.web;

import com.rebatesuite.rebate.view.BookedEntry;
import com.rebatesuite.rebate.view.CauseView;
import com.rebatesuite.rebate.view.MoneyView;
import com.rebatesuite.rebate.view.StepView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One booking of an account, with what caused it. */
record EntryResponse(
        long sequence,
        long version,
        Instant recordedAt,
        CauseView cause,
        String kind,
        @Nullable String orderId,
        @Nullable Integer line,
        @Nullable Integer part,
        @Nullable String withdrawalId,
        @Nullable String adjustmentId,
        @Nullable String claimId,
        @Nullable Long lot,
        String from,
        String to,
        MoneyView amount,
        @Nullable String ruleId,
        @Nullable Integer ruleVersion,
        @Nullable String couponId,
        List<StepView> steps,
        String previousHash,
        String hash) {

    static EntryResponse of(BookedEntry booked) {
        var entry = booked.entry();
        return new EntryResponse(
                entry.sequence(),
                booked.version(),
                booked.recordedAt(),
                booked.cause(),
                entry.kind(),
                entry.orderId(),
                entry.line(),
                entry.part(),
                entry.withdrawalId(),
                entry.adjustmentId(),
                entry.claimId(),
                entry.lot(),
                entry.from(),
                entry.to(),
                entry.amount(),
                entry.ruleId(),
                entry.ruleVersion(),
                entry.couponId(),
                entry.steps(),
                entry.previousHash(),
                entry.hash());
    }
}
