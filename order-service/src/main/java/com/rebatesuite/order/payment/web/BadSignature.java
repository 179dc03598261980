package com.rebatesuite.order.payment.web;

/** A message that was not signed by the payment provider, or not now. */
class BadSignature extends RuntimeException {

    BadSignature(String message) {
        super(message);
    }
}
