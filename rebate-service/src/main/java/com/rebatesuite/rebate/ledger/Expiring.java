package com.rebatesuite.rebate.ledger;

import com.rebatesuite.rebate.earning.Step;
import com.rebatesuite.rebate.ledger.Input.LotExpired;
import java.time.Instant;
import java.util.List;

/** The unspent rest of a lot goes back to the house when its time is over. */
public final class Expiring {

    private Expiring() {}

    /**
     * What has to expire by then, as inputs; a repeat has no effect. The version of the account is in the cause, because a lot
     * may expire again: with what a failed withdrawal gave back to it.
     */
    public static List<LotExpired> due(Account account, Lots lots, Instant now) {
        return lots.lots().stream()
                .filter(lot -> !lot.expiresAt().isAfter(now))
                .map(lot -> new LotExpired(cause(account, lot), account.userId(), lots.currency(), lot.lot()))
                .toList();
    }

    private static Cause cause(Account account, Lot lot) {
        var id = "expiry/%s/%d/%s/%d".formatted(account.userId(), lot.lot(), lot.expiresAt(), account.version());
        return new Cause("/rebate-service", id, "lot-expired.v1");
    }

    static Decision expire(Books books, LotExpired expired) {
        return books.lots(expired.currency())
                .find(expired.lot())
                .filter(lot -> !lot.expiresAt().isAfter(books.now()))
                .map(lot -> expire(new Booking(books, expired.cause()), expired.currency(), lot))
                .orElseGet(() -> new Decision.Ignored("nothing-left"));
    }

    private static Decision expire(Booking booking, String currency, Lot lot) {
        var about = lot.orderId() == null ? About.nothing() : About.order(lot.orderId());
        var step = new Step("expiry", "unspent until " + lot.expiresAt(), lot.minor());
        booking.take(Kind.EXPIRED, about, Bucket.HOUSE, currency, lot.minor(), lot.lot(), List.of(step));
        return booking.booked();
    }
}
