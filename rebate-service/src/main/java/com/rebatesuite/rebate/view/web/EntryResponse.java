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
        String orderId,
        int line,
        String from,
        String to,
        MoneyView amount,
        @Nullable String ruleId,
        @Nullable Integer ruleVersion,
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
                entry.from(),
                entry.to(),
                entry.amount(),
                entry.ruleId(),
                entry.ruleVersion(),
                entry.steps(),
                entry.previousHash(),
                entry.hash());
    }
}
