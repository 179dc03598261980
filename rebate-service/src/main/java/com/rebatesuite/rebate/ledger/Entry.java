package com.rebatesuite.rebate.ledger;

import com.rebatesuite.rebate.earning.Step;
import java.util.List;

/**
 * One booking: {@code minor} units of the currency go from one bucket to another. Never changed. A part that is earned or
 * taken back gets its entry even when the amount is zero, so that the ledger explains itself.
 *
 * @param sequence counts the entries of one account, from 1, without a gap
 * @param lot which lot of available money it adds to or takes from; 0 for none
 * @param hash see {@link EntryHash}
 */
public record Entry(
        long sequence,
        Kind kind,
        About about,
        long lot,
        Bucket from,
        Bucket to,
        String currency,
        long minor,
        List<Step> steps,
        String previousHash,
        String hash) {

    public Entry {
        if (minor < 0) {
            throw new IllegalArgumentException("minor: " + minor + " (expected: >= 0)");
        }
        if (from == to) {
            throw new IllegalArgumentException("to: " + to + " (expected: another bucket than from)");
        }
        steps = List.copyOf(steps);
    }

    Entry signed(String hashOfIt) {
        return new Entry(sequence, kind, about, lot, from, to, currency, minor, steps, previousHash, hashOfIt);
    }
}
