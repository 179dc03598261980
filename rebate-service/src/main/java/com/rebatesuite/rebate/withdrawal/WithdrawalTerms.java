package com.rebatesuite.rebate.withdrawal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What the ledger pays out at least, in minor units of any currency. */
@ConfigurationProperties("ledger")
record WithdrawalTerms(@DefaultValue("500") long withdrawalMinimum) {

    WithdrawalTerms {
        if (withdrawalMinimum < 1) {
            throw new IllegalArgumentException("ledger.withdrawal-minimum: " + withdrawalMinimum + " (expected: >= 1)");
        }
    }
}
