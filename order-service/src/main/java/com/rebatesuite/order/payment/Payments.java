package com.rebatesuite.order.payment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The store of what the payment provider has told us. */
public interface Payments {

    /** Whether the message has been noted before. */
    boolean noted(String webhookId);

    /** Notes the message, if it has not been before. */
    void note(PaymentNotice notice, Instant receivedAt);

    /** The order the payment was for, if it is known. */
    Optional<UUID> orderPaidBy(String paymentReference);

    /** Stores a payment that is not known yet; {@link Receipt.Refunded} ones with the reason. */
    void add(PaymentNotice notice, Receipt receipt);
}
