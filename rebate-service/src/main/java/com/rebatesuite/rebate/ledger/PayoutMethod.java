package com.rebatesuite.rebate.ledger;

import java.time.Instant;
import java.util.Set;

/** Where withdrawals of the shopper go. */
public record PayoutMethod(String kind, String account, String holder, Instant changedAt, Instant usableFrom)
        implements State {

    static final String KEY = "payout-method";

    private static final Set<String> KINDS = Set.of("iban", "paypal");

    public PayoutMethod {
        if (!KINDS.contains(kind)) {
            throw new IllegalArgumentException("kind: " + kind + " (expected: iban or paypal)");
        }
    }

    @Override
    public String key() {
        return KEY;
    }

    boolean sameAs(PayoutMethod other) {
        return kind.equals(other.kind) && account.equals(other.account) && holder.equals(other.holder);
    }
}
