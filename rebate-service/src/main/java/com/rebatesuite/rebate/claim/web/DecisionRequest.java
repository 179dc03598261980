package com.rebatesuite.rebate.claim.web;

import com.rebatesuite.rebate.claim.DecideClaim.Verdict;
import com.rebatesuite.rebate.reason.Reason;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/** The rebate that is granted, or nothing to refuse the claim; and why. */
record DecisionRequest(
        @Nullable @Valid PositiveAmount granted, @Reason String reason) {

    Verdict verdict(String by) {
        return new Verdict(granted == null ? null : granted.money(), reason.strip(), by);
    }
}
