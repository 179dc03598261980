package com.rebatesuite.rebate.ledger;

import com.rebatesuite.rebate.earning.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One decision as it is being written: numbers its entries, chains their hashes, keeps balances and lots in step with them
 * and collects what else is to be remembered.
 */
final class Booking {

    private final Books books;
    private final Cause cause;
    private final Account account;
    private final SortedMap<String, Balance> balances;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, State> changed = new LinkedHashMap<>();
    private final Map<String, Long> opened = new TreeMap<>();
    private final Map<String, About> filled = new TreeMap<>();
    private final Set<Instant> expiries = new HashSet<>();
    private Map<String, Long> drawn = Map.of();
    private String lastHash;

    Booking(Books books, Cause cause) {
        this.books = books;
        this.cause = cause;
        this.account = books.account();
        this.balances = new TreeMap<>(account.balances());
        this.lastHash = account.lastHash();
    }

    Books books() {
        return books;
    }

    Balance balance(String currency) {
        return balances.getOrDefault(currency, Balance.none(currency));
    }

    /** To be remembered, and told when it is something the world knows. */
    Booking remember(State state) {
        changed.put(state.key(), state);
        return this;
    }

    Booking draw(Map<String, Long> fromBudgets) {
        drawn = fromBudgets;
        return this;
    }

    /** A move between buckets of which neither is {@code AVAILABLE}. */
    void move(Kind kind, About about, Bucket from, Bucket to, String currency, long minor, List<Step> steps) {
        write(kind, about, 0, from, to, currency, minor, steps);
    }

    /**
     * Into {@code AVAILABLE}: what is missing there is filled first, the rest is in the lot of this decision.
     *
     * @return the lot
     */
    long release(Kind kind, About about, Bucket from, String currency, long minor, List<Step> steps) {
        long lot = opened.computeIfAbsent(currency, unopened -> lastSequence() + 1);
        var expiresAt = books.now().plus(books.settings().lotLife());
        fill(kind, about, from, currency, minor, new LotOf(lot, expiresAt, about.orderId()), steps);
        return lot;
    }

    /** Back into the lot it was taken from, to expire when it would have. */
    void putBack(Kind kind, About about, Bucket from, String currency, Lot taken) {
        var lot = new LotOf(taken.lot(), taken.expiresAt(), taken.orderId());
        fill(kind, about, from, currency, taken.minor(), lot, List.of());
    }

    private void fill(Kind kind, About about, Bucket from, String currency, long minor, LotOf lot, List<Step> steps) {
        long left = minor - Math.min(minor, Math.max(0, -balance(currency).available()));
        write(kind, about, lot.lot(), from, Bucket.AVAILABLE, currency, minor, steps);
        filled.putIfAbsent(currency, about.whole());
        if (left > 0) {
            remember(lots(currency).plus(new Lot(lot.lot(), left, lot.expiresAt(), lot.orderId())));
            expiries.add(lot.expiresAt());
        }
    }

    /**
     * Out of {@code AVAILABLE}: one entry per lot, its own first; what no lot holds is taken all the same, below zero.
     *
     * @return what was taken from which lot
     */
    List<Lot> take(Kind kind, About about, Bucket to, String currency, long minor, long ownLot, List<Step> steps) {
        var lots = lots(currency);
        var slices = lots.slices(minor, ownLot);
        long uncovered = minor;
        for (var slice : slices) {
            write(kind, about, slice.lot(), Bucket.AVAILABLE, to, currency, slice.minor(), steps);
            uncovered -= slice.minor();
        }
        if (uncovered > 0 || slices.isEmpty()) {
            write(kind, about, 0, Bucket.AVAILABLE, to, currency, uncovered, steps);
        }
        if (!slices.isEmpty()) {
            remember(lots.minus(slices));
        }
        return slices;
    }

    Lots lots(String currency) {
        return changed.get(Lots.key(currency)) instanceof Lots lots ? lots : books.lots(currency);
    }

    /** The decision, after what is owed was taken from what became available. */
    Decision booked() {
        filled.forEach(this::offset);
        var after = new Account(account.userId(), account.version() + 1, lastSequence(), lastHash, balances);
        remember(after);
        var recording = new Recording(
                account.userId(),
                after.version(),
                books.now(),
                cause,
                entries,
                List.copyOf(balances.values()),
                List.copyOf(changed.values()));
        return new Decision.Booked(recording, drawn, expiries);
    }

    private void offset(String currency, About about) {
        var balance = balance(currency);
        long minor = Math.min(-balance.owed(), balance.spendable());
        if (minor > 0) {
            var step = new Step("offset", "%d of %d owed".formatted(minor, -balance.owed()), minor);
            take(Kind.OFFSET, about, Bucket.OWED, currency, minor, opened.getOrDefault(currency, 0L), List.of(step));
        }
    }

    private void write(
            Kind kind, About about, long lot, Bucket from, Bucket to, String currency, long minor, List<Step> steps) {
        var unsigned = new Entry(
                lastSequence() + 1, kind, about, lot, from, to, currency, minor, steps, lastHash, EntryHash.NONE);
        lastHash = EntryHash.of(account.userId(), cause, books.now(), unsigned);
        var entry = unsigned.signed(lastHash);
        entries.add(entry);
        balances.put(currency, balance(currency).after(entry));
    }

    private long lastSequence() {
        return account.entries() + entries.size();
    }

    private record LotOf(
            long lot, Instant expiresAt, @Nullable String orderId) {}
}
