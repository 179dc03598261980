package com.rebatesuite.rebate.ledger;

import com.rebatesuite.rebate.earning.Words;
import com.rebatesuite.rebate.ledger.Input.PayoutMethodSet;
import com.rebatesuite.rebate.ledger.Input.WithdrawalRequested;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A shopper wants money: available → reserved, or a refusal with its reason. */
final class Withdrawing {

    private Withdrawing() {}

    /** A change of where money goes holds withdrawals for a while: whoever stole an account does not get it at once. */
    static Decision payTo(Books books, PayoutMethodSet set) {
        var usableFrom = set.requestedAt().plus(books.settings().payoutHold());
        var method = new PayoutMethod(set.kind(), set.account(), set.holder(), set.requestedAt(), usableFrom);
        var known = books.payoutMethod();
        return known != null && (known.sameAs(method) || known.changedAt().isAfter(method.changedAt()))
                ? new Decision.Ignored("nothing-new")
                : new Booking(books, set.cause()).remember(method).booked();
    }

    static Decision request(Books books, WithdrawalRequested requested) {
        var known = books.withdrawal(requested.withdrawalId());
        if (known != null) {
            return known.fingerprint().equals(requested.fingerprint())
                    ? new Decision.Ignored("already-requested")
                    : new Decision.Refused("other-request-of-that-id");
        }
        var method = books.payoutMethod();
        var refusal = refusal(books, requested, method);
        return refusal == null ? hold(books, requested, method) : refuse(books, requested, method, refusal);
    }

    private static Decision hold(Books books, WithdrawalRequested requested, @Nullable PayoutMethod method) {
        var booking = new Booking(books, requested.cause());
        var taken = booking.take(
                Kind.RESERVED,
                About.withdrawal(requested.withdrawalId()),
                Bucket.RESERVED,
                requested.currency(),
                requested.minor(),
                0,
                List.of());
        return booking.remember(withdrawal(requested, method, Withdrawal.Progress.HELD, null, null, taken))
                .booked();
    }

    private static Decision refuse(
            Books books, WithdrawalRequested requested, @Nullable PayoutMethod method, Refusal refusal) {
        long available = books.account().balance(requested.currency()).available();
        return new Booking(books, requested.cause())
                .remember(withdrawal(requested, method, Withdrawal.Progress.REFUSED, refusal, available, List.of()))
                .booked();
    }

    private static @Nullable Refusal refusal(
            Books books, WithdrawalRequested requested, @Nullable PayoutMethod method) {
        long minimum = books.settings().withdrawalMinimum();
        if (requested.minor() < minimum) {
            return new Refusal("below-minimum", amount(requested, "at least", minimum));
        }
        if (books.frozen()) {
            return new Refusal("account-frozen", "the account is frozen: ask customer care");
        }
        if (method == null) {
            return new Refusal("no-payout-method", "say first where the money shall go");
        }
        if (books.now().isBefore(method.usableFrom())) {
            return new Refusal("payout-method-held", "where it goes was changed: usable from " + method.usableFrom());
        }
        long available = books.account().balance(requested.currency()).available();
        return requested.minor() > available
                ? new Refusal("not-available", amount(requested, "at most what is available,", available))
                : null;
    }

    private static String amount(WithdrawalRequested requested, String bound, long minor) {
        return "amount: %s (expected: %s %s)"
                .formatted(
                        Words.money(requested.currency(), requested.minor()),
                        bound,
                        Words.money(requested.currency(), minor));
    }

    private static Withdrawal withdrawal(
            WithdrawalRequested requested,
            @Nullable PayoutMethod method,
            Withdrawal.Progress state,
            @Nullable Refusal refusal,
            @Nullable Long available,
            List<Lot> taken) {
        return new Withdrawal(
                requested.withdrawalId(),
                state,
                requested.currency(),
                requested.minor(),
                method,
                requested.requestedAt(),
                requested.fingerprint(),
                null,
                null,
                refusal == null ? null : refusal.reason(),
                refusal == null ? null : refusal.detail(),
                available,
                taken);
    }

    private record Refusal(String reason, String detail) {}
}
