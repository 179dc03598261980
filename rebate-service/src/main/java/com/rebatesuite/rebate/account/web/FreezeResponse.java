package com.rebatesuite.rebate.account.web;

import com.rebatesuite.rebate.view.FrozenView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether an account is frozen, and who said so last; nobody, if it never was. */
record FreezeResponse(
        String userId,
        boolean frozen,
        @Nullable String reason,
        @Nullable String by,
        @Nullable Instant at) {

    static FreezeResponse of(String userId, FrozenView state) {
        return new FreezeResponse(userId, state.frozen(), state.reason(), state.by(), state.at());
    }

    static FreezeResponse never(String userId) {
        return new FreezeResponse(userId, false, null, null, null);
    }
}
