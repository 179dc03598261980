package com.rebatesuite.rebate.ledger;

import com.rebatesuite.rebate.earning.Step;
import com.rebatesuite.rebate.ledger.Claim.Progress;
import com.rebatesuite.rebate.ledger.Input.ClaimDecided;
import com.rebatesuite.rebate.ledger.Input.ClaimFiled;
import com.rebatesuite.rebate.ledger.Input.OrderPaid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A shopper misses a rebate: the order is found by the partner's number, now or later, or an operator decides. */
final class Claiming {

    private Claiming() {}

    static Decision file(Books books, ClaimFiled filed) {
        if (books.claim(filed.claimId()) != null) {
            return new Decision.Ignored("already-filed");
        }
        var reference = books.reference(filed.merchant(), filed.externalNumber());
        var earlier = reference.claimId() == null ? null : books.claim(reference.claimId());
        var booking = new Booking(books, filed.cause());
        if (earlier != null && earlier.state() != Progress.REFUSED) {
            return booking.remember(opened(filed).refused(null, "already claimed as " + earlier.claimId()))
                    .booked();
        }
        var order = reference.orderId();
        return booking.remember(order == null ? opened(filed) : opened(filed).matched(order))
                .remember(reference.ofClaim(filed.claimId()))
                .booked();
    }

    static Decision decide(Books books, ClaimDecided decided) {
        var claim = books.claim(decided.claimId());
        if (claim == null) {
            return new Decision.Refused("unknown-claim");
        }
        if (claim.state() != Progress.OPEN) {
            return decided.by().equals(claim.decidedBy())
                    ? new Decision.Ignored("already-decided")
                    : new Decision.Refused("claim-is-" + claim.state());
        }
        var booking = new Booking(books, decided.cause());
        return decided.currency() == null
                ? booking.remember(claim.refused(decided.by(), decided.reason()))
                        .booked()
                : grant(booking, claim, decided, decided.currency());
    }

    private static Decision grant(Booking booking, Claim claim, ClaimDecided decided, String currency) {
        if (!currency.equals(claim.currency())) {
            return new Decision.Refused("other-currency");
        }
        var step = new Step("claim", decided.reason(), decided.granted());
        booking.release(
                Kind.GRANTED, About.claim(claim.claimId()), Bucket.HOUSE, currency, decided.granted(), List.of(step));
        return booking.remember(claim.granted(decided.granted(), decided.by(), decided.reason()))
                .booked();
    }

    /** The claim that was filed for a partner's order, if there is one. */
    static @Nullable Claim claimOf(Books books, OrderPaid paid) {
        if (paid.partner() == null || paid.externalNumber() == null) {
            return null;
        }
        var claimId = books.reference(paid.partner(), paid.externalNumber()).claimId();
        return claimId == null ? null : books.claim(claimId);
    }

    /** Makes a partner's order known by its number, and matches the claim that waits for it. */
    static void track(Booking booking, OrderPaid paid, @Nullable Claim claim) {
        if (paid.partner() == null || paid.externalNumber() == null) {
            return;
        }
        var orderId = paid.basket().orderId();
        booking.remember(
                booking.books().reference(paid.partner(), paid.externalNumber()).ofOrder(orderId));
        if (claim != null && claim.state() == Progress.OPEN) {
            booking.remember(claim.matched(orderId));
        }
    }

    private static Claim opened(ClaimFiled filed) {
        return new Claim(
                filed.claimId(),
                Progress.OPEN,
                filed.merchant(),
                filed.externalNumber(),
                filed.purchasedAt(),
                filed.currency(),
                filed.minor(),
                filed.note(),
                filed.at(),
                null,
                null,
                null,
                null);
    }
}
