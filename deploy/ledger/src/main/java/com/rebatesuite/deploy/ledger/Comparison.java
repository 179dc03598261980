package com.rebatesuite.deploy.ledger;

import com.rebatesuite.deploy.ledger.Served.Shown;
import java.util.List;

/** Holds what is served against what the log says; of an account that has gone on since, nothing can be said. */
final class Comparison {

    private final Served served;
    private final Findings findings;

    Comparison(Served served, Findings findings) {
        this.served = served;
        this.findings = findings;
    }

    /** Whether the views have seen everything the log says of the account. */
    boolean caughtUp(Account account) {
        return served.balances(account.userId()).stream()
                        .mapToLong(Shown::version)
                        .max()
                        .orElse(0)
                >= account.version();
    }

    void compare(Account account) {
        balances(account);
        entries(account);
    }

    private void balances(Account account) {
        var shown =
                served.balances(account.userId()).stream().map(Shown::balance).toList();
        findings.claim(
                shown.equals(account.balances()),
                "INV-2 the served balance is the log's",
                () -> "%s: served %s, log %s".formatted(account.userId(), shown, account.balances()));
    }

    private void entries(Account account) {
        var shown = served.hashes(account.userId(), account.hashes().size());
        findings.claim(
                shown.equals(account.hashes()),
                "the served entries are the log's",
                () -> "%s: entry %d differs".formatted(account.userId(), firstDifference(shown, account.hashes())));
    }

    private static int firstDifference(List<String> shown, List<String> logged) {
        int index = 0;
        while (index < logged.size() && logged.get(index).equals(shown.get(index))) {
            index++;
        }
        return index + 1;
    }
}
