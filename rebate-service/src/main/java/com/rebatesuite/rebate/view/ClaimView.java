package com.rebatesuite.rebate.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A claim for an order that did not track, as it stands.
 *
 * @param state {@code open}, {@code matched}, {@code granted} or {@code refused}
 * @param amount what the shopper says he paid
 * @param orderId the order it was matched with
 */
public record ClaimView(
        String claimId,
        String state,
        String merchant,
        String externalNumber,
        Instant purchasedAt,
        MoneyView amount,
        @Nullable String note,
        Instant filedAt,
        @Nullable String orderId,
        @Nullable String decidedBy,
        @Nullable String reason,
        @Nullable MoneyView granted) {}
