package com.rebatesuite.rebate.payout.web;

import com.rebatesuite.rebate.payout.Batch;
import com.rebatesuite.rebate.view.MethodView;
import com.rebatesuite.rebate.view.MoneyView;
import com.rebatesuite.rebate.view.Owned;
import com.rebatesuite.rebate.view.WithdrawalView;
import com.rebatesuite.rebate.withdrawal.MaskedAccount;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A batch with its sums, and with its withdrawals where it is shown alone. Whole accounts are in its file only. */
record BatchResponse(
        String batchId,
        Instant requestedFrom,
        Instant requestedUntil,
        Map<String, Long> states,
        List<MoneyView> totals,
        @Nullable List<Payout> withdrawals) {

    static BatchResponse summary(Batch batch) {
        return of(batch, null);
    }

    static BatchResponse of(Batch batch) {
        return of(batch, batch.withdrawals().stream().map(Payout::of).toList());
    }

    private static BatchResponse of(Batch batch, @Nullable List<Payout> withdrawals) {
        return new BatchResponse(
                batch.batchId(),
                batch.first().requestedAt(),
                batch.requestedUntil(),
                batch.states(),
                batch.totals(),
                withdrawals);
    }

    record Payout(
            String withdrawalId,
            String userId,
            String state,
            MoneyView amount,
            @Nullable Method method,
            Instant requestedAt,
            @Nullable String reference,
            @Nullable String reason,
            @Nullable String detail) {

        static Payout of(Owned<WithdrawalView> owned) {
            var withdrawal = owned.value();
            return new Payout(
                    withdrawal.withdrawalId(),
                    owned.userId(),
                    withdrawal.state(),
                    withdrawal.amount(),
                    Method.of(withdrawal.method()),
                    withdrawal.requestedAt(),
                    withdrawal.reference(),
                    withdrawal.reason(),
                    withdrawal.detail());
        }
    }

    record Method(String kind, String account, String holder) {

        static @Nullable Method of(@Nullable MethodView method) {
            return method == null
                    ? null
                    : new Method(method.kind(), MaskedAccount.of(method.kind(), method.account()), method.holder());
        }
    }
}
