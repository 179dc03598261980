package com.rebatesuite.rebate.withdrawal;

/** Money cannot go there. The account itself is nobody's business, and not in the message. */
public class BadPayoutMethod extends RuntimeException {

    BadPayoutMethod(String message) {
        super(message);
    }
}
