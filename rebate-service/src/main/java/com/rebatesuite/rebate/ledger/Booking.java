package com.rebatesuite.rebate.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The entries of one decision as they are being written: numbers them and chains their hashes. */
final class Booking {

    private final Account account;
    private final Cause cause;
    private final Instant recordedAt;
    private final String currency;
    private final List<Entry> entries = new ArrayList<>();
    private String lastHash;

    Booking(Account account, Cause cause, Instant recordedAt, String currency) {
        this.account = account;
        this.cause = cause;
        this.recordedAt = recordedAt;
        this.currency = currency;
        this.lastHash = account.lastHash();
    }

    void move(Kind kind, String orderId, LineRebate line, Bucket from, Bucket to, long minor, List<Step> steps) {
        var unsigned = new Entry(
                lastSequence() + 1,
                kind,
                orderId,
                line.line(),
                from,
                to,
                currency,
                minor,
                line.rule(),
                steps,
                lastHash,
                EntryHash.NONE);
        lastHash = EntryHash.of(account.userId(), cause, recordedAt, unsigned);
        entries.add(new Entry(
                unsigned.sequence(),
                kind,
                orderId,
                line.line(),
                from,
                to,
                currency,
                minor,
                line.rule(),
                steps,
                unsigned.previousHash(),
                lastHash));
    }

    /** The decision, with the order as it is afterwards. */
    Decision booked(OrderRebate order) {
        var after = account.after(this);
        var known = order.causedBy(cause);
        var recording = new Recording(
                account.userId(), after.version(), recordedAt, cause, entries, after.balance(currency), known);
        return new Decision.Booked(after, known, recording);
    }

    List<Entry> entries() {
        return entries;
    }

    long lastSequence() {
        return account.entries() + entries.size();
    }

    String lastHash() {
        return lastHash;
    }
}
