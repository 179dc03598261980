package com.rebatesuite.rebate.keyed;

/** A request without a usable Idempotency-Key. */
public class BadIdempotencyKey extends RuntimeException {

    private final String code;

    private BadIdempotencyKey(String code, String message) {
        super(message);
        this.code = code;
    }

    static BadIdempotencyKey missing() {
        return new BadIdempotencyKey(
                "idempotency-key-missing", "Idempotency-Key: none (expected: a key of your choice)");
    }

    static BadIdempotencyKey tooLong(int length, int longest) {
        return new BadIdempotencyKey(
                "idempotency-key-too-long",
                "Idempotency-Key: " + length + " characters (expected: at most " + longest + ")");
    }

    /** The stable name of what is wrong. */
    public String code() {
        return code;
    }
}
