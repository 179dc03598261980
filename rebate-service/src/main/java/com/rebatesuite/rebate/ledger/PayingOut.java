package com.rebatesuite.rebate.ledger;

import com.rebatesuite.rebate.ledger.Input.WithdrawalBatched;
import com.rebatesuite.rebate.ledger.Input.WithdrawalFailed;
import com.rebatesuite.rebate.ledger.Input.WithdrawalSettled;
import com.rebatesuite.rebate.ledger.Withdrawal.Progress;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What finance and the bank say about a withdrawal: reserved → paid, or back to available. */
final class PayingOut {

    private PayingOut() {}

    static Decision batch(Books books, WithdrawalBatched batched) {
        var known = books.withdrawal(batched.withdrawalId());
        if (known != null && batched.batchId().equals(known.batchId())) {
            return new Decision.Ignored("already-batched");
        }
        return held(
                books,
                batched.withdrawalId(),
                null,
                withdrawal -> withdrawal.batchId() == null
                        ? new Booking(books, batched.cause())
                                .remember(withdrawal.in(batched.batchId()))
                                .booked()
                        : new Decision.Ignored("in-another-batch"));
    }

    static Decision settle(Books books, WithdrawalSettled settled) {
        return held(books, settled.withdrawalId(), Progress.PAID, withdrawal -> {
            var booking = new Booking(books, settled.cause());
            booking.move(
                    Kind.PAID,
                    About.withdrawal(withdrawal.withdrawalId()),
                    Bucket.RESERVED,
                    Bucket.PAID,
                    withdrawal.currency(),
                    withdrawal.minor(),
                    List.of());
            return booking.remember(withdrawal.paid(settled.reference())).booked();
        });
    }

    static Decision fail(Books books, WithdrawalFailed failed) {
        return held(books, failed.withdrawalId(), Progress.RETURNED, withdrawal -> {
            var booking = new Booking(books, failed.cause());
            var about = About.withdrawal(withdrawal.withdrawalId());
            withdrawal
                    .taken()
                    .forEach(lot -> booking.putBack(Kind.RETURNED, about, Bucket.RESERVED, withdrawal.currency(), lot));
            return booking.remember(withdrawal.returned(failed.reason())).booked();
        });
    }

    private static Decision held(
            Books books, String withdrawalId, @Nullable Progress repeat, Function<Withdrawal, Decision> decide) {
        var withdrawal = books.withdrawal(withdrawalId);
        if (withdrawal == null) {
            return new Decision.Refused("unknown-withdrawal");
        }
        if (withdrawal.state() == repeat) {
            return new Decision.Ignored("already-" + repeat);
        }
        return withdrawal.state() == Progress.HELD
                ? decide.apply(withdrawal)
                : new Decision.Refused("withdrawal-is-" + withdrawal.state());
    }
}
