package com.rebatesuite.deploy.ledger;

import com.rebatesuite.deploy.ledger.Decision.Balance;
import com.rebatesuite.deploy.ledger.Decision.Cause;
import com.rebatesuite.deploy.ledger.Decision.Entry;
import com.rebatesuite.deploy.ledger.Decision.Line;
import com.rebatesuite.deploy.ledger.Decision.Money;
import com.rebatesuite.deploy.ledger.Decision.Order;
import com.rebatesuite.deploy.ledger.Decision.Part;
import com.rebatesuite.deploy.ledger.Decision.Step;
import com.rebatesuite.deploy.ledger.Decision.Withdrawal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ledger of one line, one part and one currency that writes what a right one would write. */
final class Writer {

    private static final int RATE = 300;

    private final Buckets buckets = new Buckets();
    private final List<Decision> decisions = new ArrayList<>();
    private final List<Entry> pending = new ArrayList<>();
    private String lastHash = Chain.BEGINNING;
    private String causeType = "order-paid.v1";
    private long lastEntry;

    /** 3 % of 10.00 in two units, estimated, confirmed and released. */
    static Writer withThirtyPence() {
        var writer = new Writer();
        writer.move("earned", "house", "estimated", 30).decide("paid", line(2, 0, 30, 0), null);
        writer.move("confirmed", "estimated", "confirmed", 30)
                .move("released", "confirmed", "available", 30)
                .decide("completed", line(2, 0, 30, 0), null);
        return writer;
    }

    /** What follows is decided about such an event. */
    Writer because(String type) {
        causeType = type;
        return this;
    }

    Writer move(String kind, String from, String to, long minor) {
        return move(kind, from, to, minor, null);
    }

    Writer move(String kind, String from, String to, long minor, @Nullable String withdrawalId) {
        var unsigned = entry(kind, from, to, minor, withdrawalId, "");
        var hash = Chain.hash(decision("c" + decisions.size(), List.of(unsigned), null, null), unsigned);
        var entry = entry(kind, from, to, minor, withdrawalId, hash);
        lastHash = hash;
        buckets.move(entry);
        pending.add(entry);
        lastEntry++;
        return this;
    }

    void decide(String what, @Nullable Order order, @Nullable Withdrawal withdrawal) {
        decisions.add(decision("c" + decisions.size(), List.copyOf(pending), order, withdrawal));
        pending.clear();
    }

    List<Decision> decisions() {
        return decisions;
    }

    static Order line(int sold, int returned, long earned, long reversed) {
        var part = new Part(1, "base", RATE, gbp(earned), gbp(reversed), List.of(new Step("rate", "3 %", earned)));
        return new Order(
                "o-1",
                "available",
                List.of(new Line(1, sold, returned, gbp(1_000), gbp(earned), gbp(reversed), List.of(part))));
    }

    static Money gbp(long minor) {
        return new Money("GBP", minor);
    }

    private Decision decision(
            String cause, List<Entry> entries, @Nullable Order order, @Nullable Withdrawal withdrawal) {
        List<Balance> balances = List.of(buckets.balance("GBP"));
        return new Decision(
                "alice",
                decisions.size() + 1L,
                "2026-01-05T10:15:30Z",
                new Cause("/order-service", cause, causeType),
                entries,
                balances,
                order,
                withdrawal);
    }

    private Entry entry(String kind, String from, String to, long minor, @Nullable String withdrawalId, String hash) {
        return new Entry(
                lastEntry + 1,
                kind,
                withdrawalId == null ? "o-1" : null,
                1,
                1,
                withdrawalId,
                null,
                null,
                0,
                from,
                to,
                gbp(minor),
                "groceries",
                1,
                null,
                List.of(),
                lastHash,
                hash);
    }
}
