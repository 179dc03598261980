package com.rebatesuite.rebate.ledger.kafka;

/** The data of contracts/events/budget-requested.v1, as we write it. */
record RequestedMessage(String ruleId, int ruleVersion, int partition, int number, long minor) {

    static final String TYPE = "budget-requested.v1";
}
