package com.rebatesuite.rebate.rule.web;

import com.rebatesuite.rebate.rule.RuleVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A version that was approved, and by whom. */
record VersionResponse(
        int version,
        TermsResponse terms,
        boolean retroactive,
        @Nullable String reason,
        String proposedBy,
        Instant proposedAt,
        String approvedBy,
        Instant approvedAt) {

    static VersionResponse of(RuleVersion version) {
        var approval = version.approval();
        return new VersionResponse(
                version.version(),
                TermsResponse.of(version.terms()),
                approval.retroactive(),
                approval.reason(),
                approval.proposedBy(),
                approval.proposedAt(),
                approval.approvedBy(),
                approval.approvedAt());
    }
}
