package com.rebatesuite.rebate.adjustment;

import com.rebatesuite.rebate.view.AccountView;
import com.rebatesuite.rebate.view.BalanceView;
import com.rebatesuite.rebate.view.MoneyView;
import java.util.ArrayList;
import java.util.List;

/**
 * What an adjustment would book as the account is served now.
 *
 * @param bookable whether the ledger would: taking away stops at what is available
 * @param bookings none if it is not bookable
 */
public record Preview(
        String userId, MoneyView amount, boolean bookable, List<Booking> bookings, Money before, Money after) {

    public Preview {
        bookings = List.copyOf(bookings);
    }

    /** One movement from one bucket to another, in minor units of the adjustment's currency. */
    public record Booking(String kind, String from, String to, long minor) {}

    /** What is available and owed, in minor units of the adjustment's currency; owed is zero or less. */
    public record Money(long available, long owed) {}

    static Preview of(AccountView account, MoneyView amount) {
        var before = account.balances().stream()
                .filter(balance -> balance.currency().equals(amount.currency()))
                .map(Preview::money)
                .findFirst()
                .orElseGet(() -> new Money(0, 0));
        var given = new Money(before.available() + amount.minor(), before.owed());
        if (amount.minor() < 0 && given.available() < 0) {
            return new Preview(account.userId(), amount, false, List.of(), before, before);
        }
        return bookable(account.userId(), amount, before, given);
    }

    /** What is owed is taken from what is new, at once. */
    private static Preview bookable(String userId, MoneyView amount, Money before, Money given) {
        long offset = Math.clamp(given.available(), 0, -given.owed());
        var bookings = new ArrayList<Booking>();
        bookings.add(
                amount.minor() > 0
                        ? new Booking("adjusted", "house", "available", amount.minor())
                        : new Booking("adjusted", "available", "house", -amount.minor()));
        if (offset > 0) {
            bookings.add(new Booking("offset", "available", "owed", offset));
        }
        var after = new Money(given.available() - offset, given.owed() + offset);
        return new Preview(userId, amount, true, bookings, before, after);
    }

    private static Money money(BalanceView balance) {
        return new Money(balance.available(), balance.owed());
    }
}
