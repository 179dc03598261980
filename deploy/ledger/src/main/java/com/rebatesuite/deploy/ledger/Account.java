package com.rebatesuite.deploy.ledger;

import com.rebatesuite.deploy.ledger.Decision.Balance;
import com.rebatesuite.deploy.ledger.Decision.Entry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One shopper's account, made again from its decisions, each of which is checked as it comes. */
final class Account {

    private static final Set<String> AMENDING = Set.of("rebate-amended.v1", "rebate-rejected.v1");

    private final String userId;
    private final List<String> hashes = new ArrayList<>();
    private final Map<String, Buckets> buckets = new TreeMap<>();
    private final Set<String> causes = new HashSet<>();
    private final LineBook lines = new LineBook();
    private final WithdrawalBook withdrawals = new WithdrawalBook();
    private long version;

    Account(String userId) {
        this.userId = userId;
    }

    void take(Decision decision, Findings findings) {
        var where = userId + " @" + decision.sequence();
        findings.claim(
                decision.sequence() == version + 1,
                "versions have no gap",
                () -> "%s follows %d".formatted(where, version));
        version = decision.sequence();
        findings.claim(
                causes.add(decision.cause().source() + "#" + decision.cause().id()),
                "INV-5 one cause, one effect",
                () -> "%s: %s again".formatted(where, decision.cause()));
        if (decision.order() != null && AMENDING.contains(decision.cause().type())) {
            lines.amend(decision.order().orderId());
        }
        decision.entries().forEach(entry -> book(where, decision, entry, findings));
        compare(where, decision, findings);
    }

    private void book(String where, Decision decision, Entry entry, Findings findings) {
        chain(where, decision, entry, findings);
        findings.claim(
                entry.amount().minor() >= 0 && Moves.allowed(entry),
                "an entry moves what its kind may move",
                () -> "%s: %s %d from %s to %s"
                        .formatted(where, entry.kind(), entry.amount().minor(), entry.from(), entry.to()));
        buckets.computeIfAbsent(entry.amount().currency(), first -> new Buckets())
                .move(entry);
        lines.take(entry);
        withdrawals.take(entry);
    }

    private void chain(String where, Decision decision, Entry entry, Findings findings) {
        findings.claim(
                entry.sequence() == hashes.size() + 1,
                "entries have no gap",
                () -> "%s: entry %d follows %d".formatted(where, entry.sequence(), hashes.size()));
        var last = hashes.isEmpty() ? Chain.BEGINNING : hashes.getLast();
        findings.claim(
                entry.previousHash().equals(last) && Chain.hash(decision, entry).equals(entry.hash()),
                "the chain of hashes holds",
                () -> "%s: entry %d".formatted(where, entry.sequence()));
        hashes.add(entry.hash());
    }

    private void compare(String where, Decision decision, Findings findings) {
        findings.claim(
                decision.balances().equals(balances()),
                "INV-2 balance = fold of entries",
                () -> "%s: ledger %s, entries %s".formatted(where, decision.balances(), balances()));
        balances().forEach(balance -> bounds(where, balance, findings));
        if (decision.order() != null) {
            lines.compare(where, decision.order(), findings);
        }
        if (decision.withdrawal() != null) {
            withdrawals.compare(where, decision.withdrawal(), findings);
        }
    }

    private static void bounds(String where, Balance balance, Findings findings) {
        findings.claim(
                balance.estimated() >= 0
                        && balance.confirmed() >= 0
                        && balance.reserved() >= 0
                        && balance.paid() >= 0
                        && balance.owed() <= 0,
                "no bucket is on the wrong side of zero",
                () -> "%s: %s".formatted(where, balance));
    }

    String userId() {
        return userId;
    }

    long version() {
        return version;
    }

    /** The hash of every entry, by number from 1. */
    List<String> hashes() {
        return hashes;
    }

    /** By currency, as the contract wants them. */
    List<Balance> balances() {
        return buckets.entrySet().stream()
                .map(each -> each.getValue().balance(each.getKey()))
                .toList();
    }

    Map<String, Buckets> buckets() {
        return buckets;
    }
}
