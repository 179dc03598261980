package com.rebatesuite.rebate.keyed;

/** The key was used for another request before: one of the two is a mistake. */
public class KeyReused extends RuntimeException {

    public KeyReused(IdempotencyKey key) {
        super("Idempotency-Key: " + key.value() + " (expected: another one, this was used for another request)");
    }
}
