package com.rebatesuite.rebate.audit;

import com.rebatesuite.rebate.audit.Verification.Broken;
import com.rebatesuite.rebate.view.AccountView;
import com.rebatesuite.rebate.view.BalanceView;
import com.rebatesuite.rebate.view.BookedEntry;
import com.rebatesuite.rebate.view.Views;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Computes the chain and the balances of an account again, page by page, up to the version that is served. */
@Component
public class VerifyAccount {

    private static final int PAGE = 1_000;

    private final Views views;

    VerifyAccount(Views views) {
        this.views = views;
    }

    /** Verifies what is stored of this account. */
    public Verification verify(String userId) {
        var account = views.account(userId);
        var walk = new Walk(account);
        var page = page(userId, 1);
        while (!page.isEmpty() && page.stream().allMatch(walk::accepts)) {
            page = page(userId, walk.sequence + 1);
        }
        return walk.result();
    }

    private List<BookedEntry> page(String userId, long first) {
        return views.entriesOf(userId, first, first + PAGE - 1);
    }

    /** From entry to entry until the first that is wrong. */
    private static final class Walk {

        private final AccountView account;
        private final Fold fold = new Fold();
        private String previousHash = Chain.NONE;
        private long sequence;
        private @Nullable Broken broken;

        Walk(AccountView account) {
            this.account = account;
        }

        /** False when it ends here: behind the version that is served, or at what is wrong. */
        boolean accepts(BookedEntry booked) {
            if (booked.version() > account.version()) {
                return false;
            }
            broken = wrong(booked);
            if (broken != null) {
                return false;
            }
            fold.add(booked.entry());
            sequence = booked.entry().sequence();
            previousHash = booked.entry().hash();
            return true;
        }

        private @Nullable Broken wrong(BookedEntry booked) {
            var entry = booked.entry();
            if (entry.sequence() != sequence + 1) {
                return new Broken(
                        sequence + 1, "sequence", Long.toString(sequence + 1), Long.toString(entry.sequence()));
            }
            if (!entry.previousHash().equals(previousHash)) {
                return new Broken(entry.sequence(), "previous_hash", previousHash, entry.previousHash());
            }
            var hash = Chain.hash(account.userId(), booked);
            return entry.hash().equals(hash) ? null : new Broken(entry.sequence(), "hash", hash, entry.hash());
        }

        Verification result() {
            var balances = fold.balances();
            if (broken == null && !moved(balances).equals(moved(account.balances()))) {
                broken = new Broken(
                        sequence,
                        "balance",
                        balances.toString(),
                        account.balances().toString());
            }
            return new Verification(
                    account.userId(), account.version(), account.asOf(), broken == null, sequence, balances, broken);
        }

        /** A currency in which only zeros were booked may be told or not. */
        private static List<BalanceView> moved(List<BalanceView> balances) {
            return balances.stream()
                    .filter(balance -> !balance.equals(new BalanceView(balance.currency(), 0, 0, 0, 0, 0, 0, 0, 0, 0)))
                    .toList();
        }
    }
}
