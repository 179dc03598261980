package com.rebatesuite.platform.webhook;

/** A message that was not signed by who should have, or not now; the answer is 401. */
public class BadSignature extends RuntimeException {

    BadSignature(String message) {
        super(message);
    }
}
