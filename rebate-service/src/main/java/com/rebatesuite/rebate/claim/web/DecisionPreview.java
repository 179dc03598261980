package com.rebatesuite.rebate.claim.web;

import com.rebatesuite.rebate.claim.DecideClaim.Answer.Would;
import com.rebatesuite.rebate.view.MoneyView;
import java.util.List;

/** What would become of a claim; nothing did. */
record DecisionPreview(boolean dryRun, String claimId, String state, List<Booking> bookings) {

    record Booking(String kind, String from, String to, MoneyView amount) {}

    static DecisionPreview of(Would would) {
        var id = would.claim().value().claimId();
        var granted = would.granted();
        return granted == null
                ? new DecisionPreview(true, id, "refused", List.of())
                : new DecisionPreview(
                        true, id, "granted", List.of(new Booking("granted", "house", "available", granted)));
    }
}
