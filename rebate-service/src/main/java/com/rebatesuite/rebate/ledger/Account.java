package com.rebatesuite.rebate.ledger;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A shopper's account after its last decision.
 *
 * @param version counts the decisions, from 1, without a gap; 0 before the first
 * @param entries how many entries were booked so far
 * @param lastHash hash of the last entry
 * @param balances by currency
 */
public record Account(String userId, long version, long entries, String lastHash, SortedMap<String, Balance> balances)
        implements State {

    public static final String KEY = "account";

    public Account {
        balances = Collections.unmodifiableSortedMap(new TreeMap<>(balances));
    }

    /** The account of a shopper for whom nothing was ever decided. */
    public static Account open(String userId) {
        return new Account(userId, 0, 0, EntryHash.NONE, new TreeMap<>());
    }

    @Override
    public String key() {
        return KEY;
    }

    /** The balance in a currency, all zero when it never held any. */
    public Balance balance(String currency) {
        return balances.getOrDefault(currency, Balance.none(currency));
    }
}
