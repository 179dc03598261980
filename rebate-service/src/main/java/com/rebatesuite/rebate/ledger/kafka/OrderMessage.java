package com.rebatesuite.rebate.ledger.kafka;

import static java.util.Objects.requireNonNull;

import com.rebatesuite.platform.event.CloudEvent;
import com.rebatesuite.rebate.ledger.Input.OrderCancelled;
import com.rebatesuite.rebate.ledger.Input.OrderCompleted;
import com.rebatesuite.rebate.ledger.Input.RebateSettled;

/** What the ledger needs of order-completed.v1, order-cancelled.v1 and rebate-settled.v1: which order of whom. */
record OrderMessage(String orderId, String userId) {

    OrderMessage {
        requireNonNull(orderId, "order_id");
        requireNonNull(userId, "user_id");
    }

    static OrderCompleted completed(CloudEvent<OrderMessage> event) {
        return new OrderCompleted(
                Causes.of(event), event.data().userId(), event.data().orderId());
    }

    static OrderCancelled cancelled(CloudEvent<OrderMessage> event) {
        return new OrderCancelled(
                Causes.of(event), event.data().userId(), event.data().orderId());
    }

    static RebateSettled settled(CloudEvent<OrderMessage> event) {
        return new RebateSettled(
                Causes.of(event), event.data().userId(), event.data().orderId());
    }
}
