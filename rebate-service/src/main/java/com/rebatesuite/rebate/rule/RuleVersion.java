package com.rebatesuite.rebate.rule;

import java.time.Instant;

/**
 * A rule as it reads since one of its changes.
 *
 * @param version counts the changes of the rule that were approved, from 1
 */
public record RuleVersion(int version, RuleTerms terms, Approval approval) {

    public RuleVersion {
        if (version < 1) {
            throw new IllegalArgumentException("version: " + version + " (expected: >= 1)");
        }
    }

    /** Hundredths of a percent without any tier; 0 when it gives a fixed amount. */
    public int rateBasisPoints() {
        return switch (terms.reward()) {
            case Reward.Percent percent -> percent.basisPoints();
            case Reward.Fixed fixed -> 0;
        };
    }

    boolean begunAt(Instant time) {
        return !time.isBefore(terms.validFrom());
    }

    boolean appliesAt(Instant time) {
        var until = terms.validUntil();
        return terms.active() && begunAt(time) && (until == null || time.isBefore(until));
    }
}
