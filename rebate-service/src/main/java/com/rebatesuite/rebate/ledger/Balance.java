package com.rebatesuite.rebate.ledger;

/**
 * What an account holds of one currency, per bucket, in minor units: the fold of its entries.
 *
 * @param available may be below zero, but only through a clawback where the merchant's terms allow it
 * @param owed zero or below: what the shopper owes from clawbacks
 * @param earned everything that ever left the house
 * @param reversed everything that ever went back to it
 */
public record Balance(
        String currency,
        long estimated,
        long confirmed,
        long available,
        long reserved,
        long paid,
        long owed,
        long earned,
        long reversed) {

    public Balance {
        if (estimated < 0 || confirmed < 0 || reserved < 0 || paid < 0) {
            throw new IllegalArgumentException(
                    "balance: estimated %d, confirmed %d, reserved %d, paid %d (expected: >= 0)"
                            .formatted(estimated, confirmed, reserved, paid));
        }
        if (owed > 0) {
            throw new IllegalArgumentException("owed: " + owed + " (expected: <= 0)");
        }
    }

    /** Nothing yet. */
    public static Balance none(String currency) {
        return new Balance(currency, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** Everything the shopper has or had; what is owed is not taken off. */
    public long lifetime() {
        return Math.addExact(
                Math.addExact(Math.addExact(estimated, confirmed), Math.addExact(available, reserved)), paid);
    }

    /** What can be spent. */
    long spendable() {
        return Math.max(0, available);
    }

    /** The balance after an entry of this currency. */
    public Balance after(Entry entry) {
        if (!entry.currency().equals(currency)) {
            throw new IllegalArgumentException("currency: " + entry.currency() + " (expected: " + currency + ")");
        }
        return new Balance(
                currency,
                moved(estimated, Bucket.ESTIMATED, entry),
                moved(confirmed, Bucket.CONFIRMED, entry),
                moved(available, Bucket.AVAILABLE, entry),
                moved(reserved, Bucket.RESERVED, entry),
                moved(paid, Bucket.PAID, entry),
                moved(owed, Bucket.OWED, entry),
                entry.from() == Bucket.HOUSE ? Math.addExact(earned, entry.minor()) : earned,
                entry.to() == Bucket.HOUSE ? Math.addExact(reversed, entry.minor()) : reversed);
    }

    private static long moved(long amount, Bucket bucket, Entry entry) {
        if (entry.from() == bucket) {
            return Math.subtractExact(amount, entry.minor());
        }
        return entry.to() == bucket ? Math.addExact(amount, entry.minor()) : amount;
    }
}
