package com.rebatesuite.order.hold.http;

/** Inventory said something that is no answer to the question. */
class UnexpectedAnswer extends RuntimeException {

    UnexpectedAnswer(String message) {
        super(message);
    }
}
