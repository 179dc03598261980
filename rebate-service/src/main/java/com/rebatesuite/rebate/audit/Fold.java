package com.rebatesuite.rebate.audit;

import com.rebatesuite.rebate.view.BalanceView;
import com.rebatesuite.rebate.view.EntryView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Balances from nothing but entries. */
final class Fold {

    private final Map<String, Map<String, Long>> buckets = new TreeMap<>();

    void add(EntryView entry) {
        long minor = entry.amount().minor();
        var ofCurrency = buckets.computeIfAbsent(entry.amount().currency(), unused -> new HashMap<>());
        ofCurrency.merge(entry.from(), -minor, Math::addExact);
        ofCurrency.merge(entry.to(), minor, Math::addExact);
        ofCurrency.merge(entry.from() + " out", minor, Math::addExact);
        ofCurrency.merge(entry.to() + " in", minor, Math::addExact);
    }

    /** Sorted by currency, as balances are served. */
    List<BalanceView> balances() {
        var balances = new ArrayList<BalanceView>();
        buckets.forEach((currency, in) -> balances.add(balance(currency, in)));
        return balances;
    }

    private static BalanceView balance(String currency, Map<String, Long> in) {
        long estimated = in.getOrDefault("estimated", 0L);
        long confirmed = in.getOrDefault("confirmed", 0L);
        long available = in.getOrDefault("available", 0L);
        long reserved = in.getOrDefault("reserved", 0L);
        long paid = in.getOrDefault("paid", 0L);
        return new BalanceView(
                currency,
                estimated,
                confirmed,
                available,
                reserved,
                paid,
                in.getOrDefault("owed", 0L),
                estimated + confirmed + available + reserved + paid,
                in.getOrDefault("house out", 0L),
                in.getOrDefault("house in", 0L));
    }
}
