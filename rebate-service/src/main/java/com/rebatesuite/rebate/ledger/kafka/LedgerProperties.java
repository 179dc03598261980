package com.rebatesuite.rebate.ledger.kafka;

import com.rebatesuite.rebate.ledger.LedgerSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the ledger works.
 *
 * @param lotLife how long available money may stay unspent
 * @param withdrawalMinimum minor units, of any currency
 * @param payoutHold how long after a change a payout method cannot be used
 * @param expiryInterval how often expired money is looked for
 * @param budgetInterval how often slices of budgets that ended are looked for
 * @param mostWaiting records of one partition that may wait for budget
 * @param longestWait how long a record may wait for budget before it is decided with what there is
 * @param recentRows rows of one partition that are kept as objects; an order counts once more for each of its lines
 */
@ConfigurationProperties("ledger")
record LedgerProperties(
        @DefaultValue("730d") Duration lotLife,
        @DefaultValue("500") long withdrawalMinimum,
        @DefaultValue("72h") Duration payoutHold,
        @DefaultValue("1m") Duration expiryInterval,
        @DefaultValue("10s") Duration budgetInterval,
        @DefaultValue("10000") int mostWaiting,
        @DefaultValue("1m") Duration longestWait,
        @DefaultValue("5000") int recentRows) {

    LedgerProperties {
        if (!expiryInterval.isPositive() || !budgetInterval.isPositive()) {
            throw new IllegalArgumentException("ledger.expiry-interval: %s, budget-interval: %s (expected: > 0)"
                    .formatted(expiryInterval, budgetInterval));
        }
        if (!longestWait.isPositive()) {
            throw new IllegalArgumentException("ledger.longest-wait: %s (expected: > 0)".formatted(longestWait));
        }
        if (mostWaiting < 1 || recentRows < 1) {
            throw new IllegalArgumentException(
                    "ledger.most-waiting: %d, recent-rows: %d (expected: >= 1)".formatted(mostWaiting, recentRows));
        }
    }

    LedgerSettings settings() {
        return new LedgerSettings(lotLife, withdrawalMinimum, payoutHold);
    }
}
