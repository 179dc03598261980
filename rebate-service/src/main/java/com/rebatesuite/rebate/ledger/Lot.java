package com.rebatesuite.rebate.ledger;

import java.time.Instant;

/**
 * Available money that expires together.
 *
 * @param lot sequence of the first entry that brought it
 * @param minor what is left of it, above zero
 */
public record Lot(long lot, long minor, Instant expiresAt) {

    public Lot {
        if (minor <= 0) {
            throw new IllegalArgumentException("minor: " + minor + " (expected: > 0)");
        }
    }
}
