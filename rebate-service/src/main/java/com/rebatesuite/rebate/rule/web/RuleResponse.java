package com.rebatesuite.rebate.rule.web;

import com.rebatesuite.rebate.rule.Proposal;
import com.rebatesuite.rebate.rule.RebateRule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it stands.
 *
 * @param revision also the ETag
 * @param current the last approved version; absent until somebody has approved one
 * @param proposal what waits for somebody else's approval
 */
record RuleResponse(
        String ruleId,
        int revision,
        @Nullable VersionResponse current,
        @Nullable ProposalResponse proposal) {

    static RuleResponse of(RebateRule rule) {
        var proposal = rule.proposal();
        return new RuleResponse(
                rule.ruleId(),
                rule.revision(),
                rule.latest().map(VersionResponse::of).orElse(null),
                proposal == null ? null : ProposalResponse.of(proposal));
    }

    /** The next version, if somebody else agrees. */
    record ProposalResponse(
            TermsResponse terms,
            boolean retroactive,
            @Nullable String reason,
            String proposedBy,
            Instant proposedAt) {

        static ProposalResponse of(Proposal proposal) {
            return new ProposalResponse(
                    TermsResponse.of(proposal.terms()),
                    proposal.retroactive(),
                    proposal.reason(),
                    proposal.proposedBy(),
                    proposal.proposedAt());
        }
    }
}
