package com.rebatesuite.rebate.claim.web;

import com.rebatesuite.rebate.view.ClaimView;
import com.rebatesuite.rebate.view.MoneyView;
import com.rebatesuite.rebate.view.Owned;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A claim as it stands; who it is of and who decided it is for operators to know. */
record ClaimResponse(
        String claimId,
        @Nullable String userId,
        String state,
        String merchant,
        String externalNumber,
        Instant purchasedAt,
        MoneyView amount,
        @Nullable String note,
        Instant filedAt,
        @Nullable String orderId,
        @Nullable String decidedBy,
        @Nullable String reason,
        @Nullable MoneyView granted) {

    static ClaimResponse forShopper(Owned<ClaimView> owned) {
        return of(owned.value(), null, null);
    }

    static ClaimResponse forOperator(Owned<ClaimView> owned) {
        return of(owned.value(), owned.userId(), owned.value().decidedBy());
    }

    private static ClaimResponse of(ClaimView claim, @Nullable String userId, @Nullable String decidedBy) {
        return new ClaimResponse(
                claim.claimId(),
                userId,
                claim.state(),
                claim.merchant(),
                claim.externalNumber(),
                claim.purchasedAt(),
                claim.amount(),
                claim.note(),
                claim.filedAt(),
                claim.orderId(),
                decidedBy,
                claim.reason(),
                claim.granted());
    }
}
