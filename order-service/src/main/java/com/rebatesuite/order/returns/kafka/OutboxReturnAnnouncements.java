package com.rebatesuite.order.returns.kafka;

import com.rebatesuite.order.returns.ReturnAnnouncements;
import com.rebatesuite.order.returns.ReturnEvent;
import com.rebatesuite.platform.outbox.Outbox;
import com.rebatesuite.platform.outbox.OutboxMessage;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes what happens to returns to the outbox, for the topic orders: an order and its returns keep their order. */
@Component
class OutboxReturnAnnouncements implements ReturnAnnouncements {

    private final Outbox outbox;

    OutboxReturnAnnouncements(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void announce(List<ReturnEvent> events) {
        if (!events.isEmpty()) {
            outbox.write(events.stream().map(OutboxReturnAnnouncements::message).toList());
        }
    }

    private static OutboxMessage message(ReturnEvent event) {
        return switch (event) {
            case ReturnEvent.Requested requested ->
                message("return-requested.v1", event, ReturnRequestedMessage.of(requested));
            case ReturnEvent.Received received ->
                message("return-received.v1", event, ReturnReceivedMessage.of(received));
            case ReturnEvent.Refused refused -> message("return-refused.v1", event, ReturnRefusedMessage.of(refused));
        };
    }

    private static OutboxMessage message(String type, ReturnEvent event, Object data) {
        var order = event.order();
        return new OutboxMessage("orders", order.userId(), type, order.id().toString(), event.occurredAt(), data);
    }
}
