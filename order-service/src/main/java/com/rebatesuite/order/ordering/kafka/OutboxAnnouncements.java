package com.rebatesuite.order.ordering.kafka;

import com.rebatesuite.order.ordering.OrderAnnouncements;
import com.rebatesuite.order.ordering.OrderEvent;
import com.rebatesuite.platform.outbox.Outbox;
import com.rebatesuite.platform.outbox.OutboxMessage;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes what happens to orders to the outbox, for the topic orders: keyed by user, so a user's events keep their order. */
@Component
class OutboxAnnouncements implements OrderAnnouncements {

    private final Outbox outbox;

    OutboxAnnouncements(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void announce(List<? extends OrderEvent> events) {
        if (!events.isEmpty()) {
            outbox.write(events.stream().map(OutboxAnnouncements::message).toList());
        }
    }

    private static OutboxMessage message(OrderEvent event) {
        return switch (event) {
            case OrderEvent.Placed placed -> message("order-placed.v1", event, OrderPlacedMessage.of(placed));
            case OrderEvent.Confirmed confirmed ->
                message("order-confirmed.v1", event, OrderMovedMessage.of(confirmed));
            case OrderEvent.Rejected rejected -> message("order-rejected.v1", event, OrderRejectedMessage.of(rejected));
            case OrderEvent.Paid paid -> message("order-paid.v1", event, OrderPaidMessage.of(paid));
            case OrderEvent.Shipped shipped -> message("order-shipped.v1", event, OrderMovedMessage.of(shipped));
            case OrderEvent.Delivered delivered ->
                message("order-delivered.v1", event, OrderDeliveredMessage.of(delivered));
            case OrderEvent.Completed completed ->
                message("order-completed.v1", event, OrderCompletedMessage.of(completed));
            case OrderEvent.Cancelled cancelled ->
                message("order-cancelled.v1", event, OrderCancelledMessage.of(cancelled));
            case OrderEvent.Expired expired -> message("order-expired.v1", event, OrderMovedMessage.of(expired));
        };
    }

    private static OutboxMessage message(String type, OrderEvent event, Object data) {
        var order = event.order();
        return new OutboxMessage("orders", order.userId(), type, order.id().toString(), event.occurredAt(), data);
    }
}
