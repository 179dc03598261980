package com.rebatesuite.rebate.ledger.kafka;

import com.rebatesuite.rebate.ledger.Account;
import com.rebatesuite.rebate.ledger.Expiring;
import com.rebatesuite.rebate.ledger.Input.LotExpired;
import com.rebatesuite.rebate.ledger.Lots;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;

/** Finds what has expired. Shoppers whose records wait are looked at when they no longer do. */
final class Expiries {

    /** One turn, so that a moment at which much expires does not hold up the rest. */
    private static final int MOST = 1_000;

    private final BookStore books;
    private final Predicate<String> waits;

    Expiries(BookStore books, Predicate<String> waits) {
        this.books = books;
        this.waits = waits;
    }

    List<LotExpired> due(Instant now) {
        var users = new LinkedHashSet<String>();
        for (var momentAndUser : books.due(now, MOST)) {
            if (!waits.test(momentAndUser.value)) {
                users.add(momentAndUser.value);
                books.done(momentAndUser.key);
            }
        }
        return users.stream().flatMap(user -> due(user, now).stream()).toList();
    }

    private List<LotExpired> due(String user, Instant now) {
        var due = new ArrayList<LotExpired>();
        var rows = books.of(user);
        if (rows.at(Account.KEY) instanceof Account account) {
            for (var currency : account.balances().keySet()) {
                if (rows.at(Lots.key(currency)) instanceof Lots lots) {
                    due.addAll(Expiring.due(account, lots, now));
                }
            }
        }
        return due;
    }
}
