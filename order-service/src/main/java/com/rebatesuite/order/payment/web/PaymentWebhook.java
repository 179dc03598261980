package com.rebatesuite.order.payment.web;

import com.rebatesuite.order.Money;
import com.rebatesuite.order.payment.PaymentNotice;
import com.rebatesuite.order.payment.PaymentNotice.Outcome;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The body of the payment provider's message: {@code payment.succeeded} or {@code payment.failed}. */
record PaymentWebhook(
        @Nullable String type,
        @Nullable Instant timestamp,
        @Nullable Data data) {

    /** What it says about a payment; empty for a type that is none of our business. */
    Optional<PaymentNotice> notice(String webhookId) {
        return switch (String.valueOf(type)) {
            case "payment.succeeded" -> Optional.of(notice(webhookId, Outcome.SUCCEEDED));
            case "payment.failed" -> Optional.of(notice(webhookId, Outcome.FAILED));
            default -> Optional.empty();
        };
    }

    private PaymentNotice notice(String webhookId, Outcome outcome) {
        if (timestamp == null || data == null) {
            throw new UnreadableWebhook("timestamp, data: one is missing (expected: both)");
        }
        return data.notice(webhookId, outcome, timestamp);
    }

    /** The payment. */
    record Data(
            @Nullable UUID orderId,
            @Nullable String paymentReference,
            @Nullable Money amount) {

        PaymentNotice notice(String webhookId, Outcome outcome, Instant occurredAt) {
            if (orderId == null || paymentReference == null || paymentReference.isBlank() || amount == null) {
                throw new UnreadableWebhook("order_id, payment_reference, amount: one is missing (expected: all)");
            }
            return new PaymentNotice(webhookId, orderId, paymentReference, amount, outcome, occurredAt);
        }
    }
}
