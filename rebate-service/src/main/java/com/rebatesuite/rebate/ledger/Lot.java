package com.rebatesuite.rebate.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Available money that expires together.
 *
 * @param lot sequence of the first entry that brought it
 * @param minor what is left of it, above zero
 * @param orderId the order that brought it; absent for what came another way
 */
public record Lot(
        long lot, long minor, Instant expiresAt, @Nullable String orderId) {

    public Lot {
        if (minor <= 0) {
            throw new IllegalArgumentException("minor: " + minor + " (expected: > 0)");
        }
    }

    /** The same with so much in it. */
    Lot with(long otherMinor) {
        return new Lot(lot, otherMinor, expiresAt, orderId);
    }
}
