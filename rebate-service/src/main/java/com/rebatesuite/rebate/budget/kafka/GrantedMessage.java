package com.rebatesuite.rebate.budget.kafka;

/** The data of contracts/events/budget-granted.v1, as we write it. */
record GrantedMessage(String ruleId, int ruleVersion, int partition, int number, long minor, boolean exhausted) {

    static final String TYPE = "budget-granted.v1";
}
