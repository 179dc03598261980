package com.rebatesuite.rebate.rule.kafka;

import static java.util.Objects.requireNonNull;

import com.rebatesuite.rebate.rule.Approval;
import com.rebatesuite.rebate.rule.Proposal;
import com.rebatesuite.rebate.rule.RebateRule;
import com.rebatesuite.rebate.rule.RuleVersion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data of contracts/events/rebate-rule.v1: the whole rule after a change, with its history and what is proposed. */
record RuleMessage(
        String ruleId,
        int revision,
        List<VersionMessage> versions,
        @Nullable ProposalMessage proposal) {

    static final String TYPE = "rebate-rule.v1";

    RuleMessage {
        requireNonNull(ruleId, "rule_id");
        requireNonNull(versions, "versions");
    }

    static RuleMessage of(RebateRule rule) {
        var proposal = rule.proposal();
        return new RuleMessage(
                rule.ruleId(),
                rule.revision(),
                rule.versions().stream().map(VersionMessage::of).toList(),
                proposal == null ? null : ProposalMessage.of(proposal));
    }

    RebateRule toRule() {
        return new RebateRule(
                ruleId,
                revision,
                versions.stream().map(VersionMessage::toVersion).toList(),
                proposal == null ? null : proposal.toProposal());
    }

    /** A version that was approved. */
    record VersionMessage(
            int version,
            TermsMessage terms,
            boolean retroactive,
            @Nullable String reason,
            String proposedBy,
            Instant proposedAt,
            String approvedBy,
            Instant approvedAt) {

        VersionMessage {
            requireNonNull(terms, "terms");
            requireNonNull(proposedBy, "proposed_by");
            requireNonNull(proposedAt, "proposed_at");
            requireNonNull(approvedBy, "approved_by");
            requireNonNull(approvedAt, "approved_at");
        }

        static VersionMessage of(RuleVersion version) {
            var approval = version.approval();
            return new VersionMessage(
                    version.version(),
                    TermsMessage.of(version.terms()),
                    approval.retroactive(),
                    approval.reason(),
                    approval.proposedBy(),
                    approval.proposedAt(),
                    approval.approvedBy(),
                    approval.approvedAt());
        }

        RuleVersion toVersion() {
            return new RuleVersion(
                    version,
                    terms.toTerms(),
                    new Approval(proposedBy, proposedAt, approvedBy, approvedAt, retroactive, reason));
        }
    }

    /** What waits for approval. */
    record ProposalMessage(
            TermsMessage terms,
            boolean retroactive,
            @Nullable String reason,
            String proposedBy,
            Instant proposedAt) {

        ProposalMessage {
            requireNonNull(terms, "terms");
            requireNonNull(proposedBy, "proposed_by");
            requireNonNull(proposedAt, "proposed_at");
        }

        static ProposalMessage of(Proposal proposal) {
            return new ProposalMessage(
                    TermsMessage.of(proposal.terms()),
                    proposal.retroactive(),
                    proposal.reason(),
                    proposal.proposedBy(),
                    proposal.proposedAt());
        }

        Proposal toProposal() {
            return new Proposal(terms.toTerms(), retroactive, reason, proposedBy, proposedAt);
        }
    }
}
