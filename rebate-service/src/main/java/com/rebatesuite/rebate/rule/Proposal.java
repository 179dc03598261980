package com.rebatesuite.rebate.rule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an operator wants a rule to say, as long as nobody else has approved it.
 *
 * @param retroactive it shall count for a time that has passed: only for the first version of a rule
 * @param reason why; needed for the past
 */
public record Proposal(
        RuleTerms terms, boolean retroactive, @Nullable String reason, String proposedBy, Instant proposedAt) {

    public Proposal {
        if (retroactive && (reason == null || reason.isBlank())) {
            throw new IllegalArgumentException("reason: none (expected: why the rule counts for the past)");
        }
    }

    /** Whether its validity has begun although it is not for the past. */
    boolean lateAt(Instant now) {
        return !retroactive && terms.validFrom().isBefore(now);
    }

    RuleVersion approved(int version, String by, Instant at) {
        return new RuleVersion(version, terms, new Approval(proposedBy, proposedAt, by, at, retroactive, reason));
    }
}
