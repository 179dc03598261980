package com.rebatesuite.rebate.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An adjustment by operators as it stands.
 *
 * @param state where it is: proposed, booked, refused or withdrawn
 * @param amount below zero takes from the shopper
 */
public record AdjustmentView(
        String adjustmentId,
        String state,
        MoneyView amount,
        String reason,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable String detail) {}
