package com.rebatesuite.order.payment;

/** What the payment provider is answered. */
public sealed interface PaymentAnswer {

    /** Taken note of; now or before. */
    record Noted() implements PaymentAnswer {}

    /** Come again: the order is not ready to be paid. */
    record TryLater(String detail) implements PaymentAnswer {}

    /** Not a payment we can book; {@code code} is for programs. */
    record Unbookable(String code, String detail) implements PaymentAnswer {}
}
