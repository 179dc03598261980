package com.rebatesuite.deploy.ledger;

import com.rebatesuite.deploy.ledger.Decision.Balance;
import com.rebatesuite.deploy.ledger.Decision.Entry;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The sum of legs per bucket of one currency, house included; minor units. */
final class Buckets {

    private final Map<String, Long> sums = new HashMap<>();
    private long earned;
    private long reversed;

    void move(Entry entry) {
        long minor = entry.amount().minor();
        sums.merge(entry.from(), -minor, Math::addExact);
        sums.merge(entry.to(), minor, Math::addExact);
        earned += entry.from().equals("house") ? minor : 0;
        reversed += entry.to().equals("house") ? minor : 0;
    }

    void add(Buckets other) {
        other.sums.forEach((bucket, minor) -> sums.merge(bucket, minor, Math::addExact));
    }

    long of(String bucket) {
        return sums.getOrDefault(bucket, 0L);
    }

    long total() {
        return sums.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The balance these legs add up to. */
    Balance balance(String currency) {
        long lifetime = of("estimated") + of("confirmed") + of("available") + of("reserved") + of("paid");
        return new Balance(
                currency,
                of("estimated"),
                of("confirmed"),
                of("available"),
                of("reserved"),
                of("paid"),
                of("owed"),
                lifetime,
                earned,
                reversed);
    }

    @Override
    public String toString() {
        return new TreeMap<>(sums).toString();
    }
}
