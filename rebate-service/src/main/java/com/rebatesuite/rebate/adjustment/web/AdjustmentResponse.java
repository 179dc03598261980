package com.rebatesuite.rebate.adjustment.web;

import com.rebatesuite.rebate.view.AdjustmentView;
import com.rebatesuite.rebate.view.MoneyView;
import com.rebatesuite.rebate.view.Owned;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An adjustment as it stands; {@code version} is the account's when it last changed. */
record AdjustmentResponse(
        String adjustmentId,
        String userId,
        long version,
        String state,
        MoneyView amount,
        String reason,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable String detail) {

    static AdjustmentResponse of(Owned<AdjustmentView> owned) {
        var adjustment = owned.value();
        return new AdjustmentResponse(
                adjustment.adjustmentId(),
                owned.userId(),
                owned.version(),
                adjustment.state(),
                adjustment.amount(),
                adjustment.reason(),
                adjustment.proposedBy(),
                adjustment.proposedAt(),
                adjustment.decidedBy(),
                adjustment.detail());
    }
}
