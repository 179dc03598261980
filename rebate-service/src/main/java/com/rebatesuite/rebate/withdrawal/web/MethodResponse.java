package com.rebatesuite.rebate.withdrawal.web;

import com.rebatesuite.rebate.view.MethodView;
import com.rebatesuite.rebate.view.PayoutMethodView;
import com.rebatesuite.rebate.withdrawal.MaskedAccount;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where money goes, with the account masked. */
record MethodResponse(
        String kind,
        String account,
        String holder,
        @Nullable Instant changedAt,
        @Nullable Instant usableFrom) {

    static MethodResponse of(PayoutMethodView method) {
        return new MethodResponse(
                method.kind(),
                MaskedAccount.of(method.kind(), method.account()),
                method.holder(),
                method.changedAt(),
                method.usableFrom());
    }

    static MethodResponse of(MethodView method) {
        return new MethodResponse(
                method.kind(), MaskedAccount.of(method.kind(), method.account()), method.holder(), null, null);
    }
}
