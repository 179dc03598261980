package com.rebatesuite.rebate.withdrawal.web;

import com.rebatesuite.rebate.view.MoneyView;
import com.rebatesuite.rebate.view.WithdrawalView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A withdrawal as its shopper sees it: {@code held}, {@code paid}, {@code returned} or {@code refused}. */
record WithdrawalResponse(
        String withdrawalId,
        String state,
        MoneyView amount,
        @Nullable MethodResponse method,
        Instant requestedAt,
        @Nullable String reason,
        @Nullable String detail) {

    static WithdrawalResponse of(WithdrawalView withdrawal) {
        return of(withdrawal, withdrawal.state(), withdrawal.reason(), withdrawal.detail());
    }

    /** As it was at first: what a repeated request is answered with, whatever came after. */
    static WithdrawalResponse held(WithdrawalView withdrawal) {
        return of(withdrawal, "held", null, null);
    }

    private static WithdrawalResponse of(
            WithdrawalView withdrawal, String state, @Nullable String reason, @Nullable String detail) {
        var method = withdrawal.method();
        return new WithdrawalResponse(
                withdrawal.withdrawalId(),
                state,
                withdrawal.amount(),
                method == null ? null : MethodResponse.of(method),
                withdrawal.requestedAt(),
                reason,
                detail);
    }
}
