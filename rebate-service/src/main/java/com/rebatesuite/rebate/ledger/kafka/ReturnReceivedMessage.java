package com.rebatesuite.rebate.ledger.kafka;

import static java.util.Objects.requireNonNull;

import com.rebatesuite.platform.event.CloudEvent;
import com.rebatesuite.rebate.ledger.Input.ReturnReceived;
import com.rebatesuite.rebate.ledger.Input.ReturnedLine;
import java.util.List;

/** What the ledger needs of contracts/events/return-received.v1. */
record ReturnReceivedMessage(String orderId, String userId, String returnId, List<Line> lines) {

    ReturnReceivedMessage {
        requireNonNull(orderId, "order_id");
        requireNonNull(userId, "user_id");
        requireNonNull(returnId, "return_id");
        lines = List.copyOf(requireNonNull(lines, "lines"));
    }

    /** The fact that the event states. */
    static ReturnReceived input(CloudEvent<ReturnReceivedMessage> event) {
        var data = event.data();
        return new ReturnReceived(
                Causes.of(event),
                data.userId(),
                data.orderId(),
                data.returnId(),
                data.lines().stream()
                        .map(line -> new ReturnedLine(line.line(), line.quantity()))
                        .toList());
    }

    record Line(int line, int quantity) {}
}
