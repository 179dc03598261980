package com.rebatesuite.rebate.ledger;

import java.time.Duration;

/**
 * What the ledger goes by.
 *
 * @param lotLife how long available money may stay unspent
 * @param withdrawalMinimum minor units, of any currency
 * @param payoutHold how long after a change a payout method cannot be used
 */
public record LedgerSettings(Duration lotLife, long withdrawalMinimum, Duration payoutHold) {

    public LedgerSettings {
        if (!lotLife.isPositive()) {
            throw new IllegalArgumentException("lot-life: " + lotLife + " (expected: > 0)");
        }
        if (withdrawalMinimum < 1) {
            throw new IllegalArgumentException("withdrawal-minimum: " + withdrawalMinimum + " (expected: >= 1)");
        }
        if (payoutHold.isNegative()) {
            throw new IllegalArgumentException("payout-hold: " + payoutHold + " (expected: >= 0)");
        }
    }
}
