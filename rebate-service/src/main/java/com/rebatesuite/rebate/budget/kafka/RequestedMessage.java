package com.rebatesuite.rebate.budget.kafka;

import static java.util.Objects.requireNonNull;

/** What the authority needs of contracts/events/budget-requested.v1. */
record RequestedMessage(String ruleId, int partition, int number, long minor) {

    static final String TYPE = "budget-requested.v1";

    RequestedMessage {
        requireNonNull(ruleId, "rule_id");
    }
}
