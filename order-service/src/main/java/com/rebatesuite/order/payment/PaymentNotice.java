package com.rebatesuite.order.payment;

import com.rebatesuite.order.Money;
import java.time.Instant;
import java.util.UUID;

/** What the payment provider tells us, with the id under which it may tell it again. */
public record PaymentNotice(
        String webhookId, UUID orderId, String paymentReference, Money amount, Outcome outcome, Instant occurredAt) {

    /** How the payment went. */
    public enum Outcome {
        SUCCEEDED,
        FAILED
    }
}
