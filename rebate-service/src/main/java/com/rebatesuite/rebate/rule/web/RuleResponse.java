package com.rebatesuite.rebate.rule.web;

import com.rebatesuite.rebate.rule.RebateRule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A rule as it reads now; {@code version} is also the ETag. */
record RuleResponse(
        String ruleId,
        int version,
        String title,
        @Nullable String merchant,
        @Nullable String category,
        int rateBasisPoints,
        Instant validFrom,
        @Nullable Instant validUntil,
        boolean active) {

    static RuleResponse of(RebateRule rule) {
        var current = rule.current();
        return new RuleResponse(
                rule.ruleId(),
                current.version(),
                current.title(),
                current.merchant(),
                current.category(),
                current.rateBasisPoints(),
                current.validFrom(),
                current.validUntil(),
                current.active());
    }
}
