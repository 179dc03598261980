package com.rebatesuite.rebate.rule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Four eyes: who proposed a version, and who else approved it.
 *
 * @param retroactive it was approved for a time that had passed
 * @param reason why it was proposed; needed for the past
 */
public record Approval(
        String proposedBy,
        Instant proposedAt,
        String approvedBy,
        Instant approvedAt,
        boolean retroactive,
        @Nullable String reason) {

    public Approval {
        if (proposedBy.equals(approvedBy)) {
            throw new IllegalArgumentException("approved_by: " + approvedBy + " (expected: another than proposed it)");
        }
    }
}
