package com.rebatesuite.rebate.ledger;

import com.rebatesuite.rebate.ledger.Input.AccountFrozen;

/** Withdrawals are stopped, or go on. Everything else goes on in any case. */
final class Freezing {

    private Freezing() {}

    static Decision freeze(Books books, AccountFrozen frozen) {
        var known = books.freeze();
        if (known != null && !frozen.at().isAfter(known.at())) {
            return new Decision.Ignored("already-frozen-or-not");
        }
        if (books.frozen() == frozen.frozen()) {
            return new Decision.Ignored("nothing-new");
        }
        var freeze = new Freeze(frozen.frozen(), frozen.reason(), frozen.by(), frozen.at());
        return new Booking(books, frozen.cause()).remember(freeze).booked();
    }
}
