package com.rebatesuite.rebate.ledger;

import com.rebatesuite.rebate.earning.Step;
import com.rebatesuite.rebate.ledger.Adjustment.Progress;
import com.rebatesuite.rebate.ledger.Input.AdjustmentDecided;
import com.rebatesuite.rebate.ledger.Input.AdjustmentProposed;
import java.util.List;

/** One operator proposes to give or take money with a reason, another one decides: four eyes. */
final class Adjusting {

    private Adjusting() {}

    static Decision propose(Books books, AdjustmentProposed proposed) {
        if (books.adjustment(proposed.adjustmentId()) != null) {
            return new Decision.Ignored("already-proposed");
        }
        return new Booking(books, proposed.cause())
                .remember(new Adjustment(
                        proposed.adjustmentId(),
                        Progress.PROPOSED,
                        proposed.currency(),
                        proposed.minor(),
                        proposed.reason(),
                        proposed.by(),
                        proposed.at(),
                        null,
                        null))
                .booked();
    }

    static Decision decide(Books books, AdjustmentDecided decided) {
        var adjustment = books.adjustment(decided.adjustmentId());
        if (adjustment == null) {
            return new Decision.Refused("unknown-adjustment");
        }
        if (adjustment.state() != Progress.PROPOSED) {
            return decided.by().equals(adjustment.decidedBy())
                    ? new Decision.Ignored("already-decided")
                    : new Decision.Refused("adjustment-is-" + adjustment.state());
        }
        return decide(books, adjustment, decided);
    }

    private static Decision decide(Books books, Adjustment adjustment, AdjustmentDecided decided) {
        var booking = new Booking(books, decided.cause());
        boolean samePerson = decided.by().equals(adjustment.proposedBy());
        if (!decided.approved()) {
            var decision = samePerson ? Progress.WITHDRAWN : Progress.REFUSED;
            return booking.remember(adjustment.decided(decision, decided.by(), decided.note()))
                    .booked();
        }
        if (samePerson) {
            return "same-person".equals(adjustment.detail())
                    ? new Decision.Ignored("same-person")
                    : booking.remember(adjustment.undecided("same-person")).booked();
        }
        return book(booking, adjustment, decided);
    }

    /** Nothing is taken that is not there. */
    private static Decision book(Booking booking, Adjustment adjustment, AdjustmentDecided decided) {
        var currency = adjustment.currency();
        if (adjustment.minor() < 0 && booking.balance(currency).available() < -adjustment.minor()) {
            return booking.remember(adjustment.decided(Progress.REFUSED, decided.by(), "not-available"))
                    .booked();
        }
        var about = About.adjustment(adjustment.adjustmentId());
        var step = new Step("adjustment", adjustment.reason(), adjustment.minor());
        if (adjustment.minor() > 0) {
            booking.release(Kind.ADJUSTED, about, Bucket.HOUSE, currency, adjustment.minor(), List.of(step));
        } else {
            booking.take(Kind.ADJUSTED, about, Bucket.HOUSE, currency, -adjustment.minor(), 0, List.of(step));
        }
        return booking.remember(adjustment.decided(Progress.BOOKED, decided.by(), decided.note()))
                .booked();
    }
}
