package com.rebatesuite.rebate.ledger.kafka;

import static java.util.Objects.requireNonNull;

/** What the ledger needs of contracts/events/budget-granted.v1. */
record GrantedMessage(String ruleId, int ruleVersion, int number, long minor, boolean exhausted) {

    static final String TYPE = "budget-granted.v1";

    GrantedMessage {
        requireNonNull(ruleId, "rule_id");
        if (minor < 0) {
            throw new IllegalArgumentException("minor: " + minor + " (expected: >= 0)");
        }
    }
}
