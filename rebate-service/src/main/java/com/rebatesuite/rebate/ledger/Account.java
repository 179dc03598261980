package com.rebatesuite.rebate.ledger;

import java.util.HashMap;
import java.util.Map;

/**
 * A shopper's account after its last decision.
 *
 * @param version counts the decisions, from 1, without a gap; 0 before the first
 * @param entries how many entries were booked so far
 * @param lastHash hash of the last entry
 * @param balances by currency
 */
public record Account(String userId, long version, long entries, String lastHash, Map<String, Balance> balances) {

    public Account {
        balances = Map.copyOf(balances);
    }

    /** The account of a shopper for whom nothing was ever decided. */
    public static Account open(String userId) {
        return new Account(userId, 0, 0, EntryHash.NONE, Map.of());
    }

    /** The balance in a currency, all zero when it never held any. */
    public Balance balance(String currency) {
        return balances.getOrDefault(currency, Balance.none(currency));
    }

    /** The account after a decision: its entries are folded into the balance one by one. */
    Account after(Booking booking) {
        var changed = new HashMap<>(balances);
        booking.entries()
                .forEach(entry -> changed.put(
                        entry.currency(),
                        changed.getOrDefault(entry.currency(), Balance.none(entry.currency()))
                                .after(entry)));
        return new Account(userId, version + 1, booking.lastSequence(), booking.lastHash(), changed);
    }
}
