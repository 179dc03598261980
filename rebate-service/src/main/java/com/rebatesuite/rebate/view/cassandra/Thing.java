package com.rebatesuite.rebate.view.cassandra;

import com.rebatesuite.rebate.view.AdjustmentView;
import com.rebatesuite.rebate.view.ClaimView;
import com.rebatesuite.rebate.view.FrozenView;
import com.rebatesuite.rebate.view.PayoutMethodView;
import com.rebatesuite.rebate.view.Recorded;
import com.rebatesuite.rebate.view.WithdrawalView;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something a shopper has several of: a row by user, by id and by day in tables of the same form.
 *
 * @param day a time of the day it belongs to; never changes
 */
record Thing<T>(
        String table,
        Class<T> type,
        Function<Recorded, @Nullable T> of,
        Function<T, String> id,
        Function<T, Instant> day) {

    static final Thing<WithdrawalView> WITHDRAWAL = new Thing<>(
            "withdrawal",
            WithdrawalView.class,
            Recorded::withdrawal,
            WithdrawalView::withdrawalId,
            WithdrawalView::requestedAt);

    static final Thing<AdjustmentView> ADJUSTMENT = new Thing<>(
            "adjustment",
            AdjustmentView.class,
            Recorded::adjustment,
            AdjustmentView::adjustmentId,
            AdjustmentView::proposedAt);

    static final Thing<ClaimView> CLAIM =
            new Thing<>("claim", ClaimView.class, Recorded::claim, ClaimView::claimId, ClaimView::filedAt);

    /** Something a shopper has one of: a row by user. */
    record Single<T>(String table, Class<T> type, Function<Recorded, @Nullable T> of) {

        static final Single<PayoutMethodView> PAYOUT_METHOD =
                new Single<>("payout_method", PayoutMethodView.class, Recorded::payoutMethod);

        static final Single<FrozenView> ACCOUNT_STATE =
                new Single<>("account_state", FrozenView.class, Recorded::account);
    }
}
