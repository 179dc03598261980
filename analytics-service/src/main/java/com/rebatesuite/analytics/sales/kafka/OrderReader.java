package com.rebatesuite.analytics.sales.kafka;

import com.rebatesuite.analytics.sales.OrderFact;
import com.rebatesuite.platform.messaging.EventRouter;
import com.rebatesuite.platform.messaging.MalformedEvent;
import com.rebatesuite.platform.messaging.Routed;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads the two order events that change sales; other types are skipped and counted by the router. */
final class OrderReader {

    private final EventRouter router;

    OrderReader(JsonMapper mapper, MeterRegistry meters) {
        this.router = EventRouter.builder(mapper, meters, "sales")
                .on("order-paid.v1", OrderPaidMessage.class, event -> {})
                .on("return-received.v1", ReturnReceivedMessage.class, event -> {})
                .build();
    }

    /**
     * The fact in the record; empty when it is none of ours.
     *
     * @throws MalformedEvent if the record is not what its type promises
     */
    Optional<OrderFact> read(byte @Nullable [] record) {
        if (record == null) {
            throw new MalformedEvent("record: null (expected: an event)");
        }
        try {
            return router.read(record).map(OrderReader::fact);
        } catch (IllegalArgumentException | ArithmeticException impossible) {
            throw new MalformedEvent(String.valueOf(impossible.getMessage()), impossible);
        }
    }

    private static OrderFact fact(Routed routed) {
        var event = routed.event();
        return switch (event.data()) {
            case OrderPaidMessage paid -> paid.fact(event.id());
            case ReturnReceivedMessage received -> received.fact(event.id());
            default -> throw new IllegalStateException("type: " + event.type() + " (expected: one with a route)");
        };
    }
}
