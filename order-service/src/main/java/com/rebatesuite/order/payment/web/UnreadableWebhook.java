package com.rebatesuite.order.payment.web;

/** A message that is signed but does not say what it should. */
class UnreadableWebhook extends RuntimeException {

    UnreadableWebhook(String message) {
        super(message);
    }
}
