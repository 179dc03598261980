package com.rebatesuite.rebate.settlement.kafka;

import java.time.Instant;

/** The data of contracts/events/rebate-settled.v1. */
record RebateSettledMessage(String orderId, String userId, Instant occurredAt) {

    static final String TYPE = "rebate-settled.v1";
}
