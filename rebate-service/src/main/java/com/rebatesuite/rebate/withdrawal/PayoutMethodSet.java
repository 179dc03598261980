package com.rebatesuite.rebate.withdrawal;

import com.rebatesuite.rebate.command.LedgerCommand;
import java.time.Instant;

/** A shopper says where his money shall go. */
record PayoutMethodSet(String userId, String kind, String account, String holder, Instant requestedAt)
        implements LedgerCommand {

    static PayoutMethodSet of(String userId, PayoutMethod method, Instant requestedAt) {
        return new PayoutMethodSet(userId, method.kind(), method.account(), method.holder(), requestedAt);
    }

    @Override
    public String type() {
        return "payout-method-set.v1";
    }

    @Override
    public String subject() {
        return userId;
    }
}
