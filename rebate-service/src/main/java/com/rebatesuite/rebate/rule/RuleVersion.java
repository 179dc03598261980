package com.rebatesuite.rebate.rule;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it reads since one of its changes: which lines get which share of their amount back.
 *
 * @param version counts the changes of the rule, from 1
 * @param merchant absent: every merchant
 * @param category absent: every category
 * @param rateBasisPoints hundredths of a percent of the line amount
 * @param validUntil exclusive; absent: no end
 */
public record RuleVersion(
        int version,
        String title,
        @Nullable String merchant,
        @Nullable String category,
        int rateBasisPoints,
        Instant validFrom,
        @Nullable Instant validUntil,
        boolean active) {

    public RuleVersion {
        if (version < 1) {
            throw new IllegalArgumentException("version: " + version + " (expected: >= 1)");
        }
        if (rateBasisPoints < 0 || rateBasisPoints > 10_000) {
            throw new IllegalArgumentException("rate_basis_points: " + rateBasisPoints + " (expected: 0..10000)");
        }
        if (validUntil != null && !validUntil.isAfter(validFrom)) {
            throw new IllegalArgumentException("valid_until: " + validUntil + " (expected: after " + validFrom + ")");
        }
    }

    boolean appliesAt(Instant time) {
        return active && !time.isBefore(validFrom) && (validUntil == null || time.isBefore(validUntil));
    }

    boolean covers(String merchantOfLine, String categoryOfLine) {
        return (merchant == null || Objects.equals(merchant, merchantOfLine))
                && (category == null || Objects.equals(category, categoryOfLine));
    }

    /** Merchant and category 3, merchant 2, category 1, everything 0. */
    int specificity() {
        return (merchant == null ? 0 : 2) + (category == null ? 0 : 1);
    }
}
