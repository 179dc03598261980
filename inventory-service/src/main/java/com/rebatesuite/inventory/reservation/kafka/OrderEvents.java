package com.rebatesuite.inventory.reservation.kafka;

import com.rebatesuite.inventory.commit.GroupCommit;
import com.rebatesuite.inventory.commit.Outcome;
import com.rebatesuite.inventory.commit.StockCommand;
import com.rebatesuite.inventory.kafka.CommandPoll;
import com.rebatesuite.platform.messaging.EventRouter;
import com.rebatesuite.platform.messaging.MalformedEvent;
import com.rebatesuite.platform.messaging.Routed;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Listens to the orders topic: every event that means something to the stock is a command. */
@Configuration(proxyBeanMethods = false)
class OrderEvents {

    @Bean
    Consumer<List<byte[]>> onOrders(GroupCommit commit, JsonMapper mapper, MeterRegistry meters) {
        var router = router(mapper, meters);
        var poll = new CommandPoll(
                commit,
                (record, index) ->
                        router.read(record).map(routed -> new CommandPoll.Asked(command(routed), routed.trace())),
                (command, outcome) -> refuse(outcome));
        return poll::decide;
    }

    static EventRouter router(JsonMapper mapper, MeterRegistry meters) {
        // The commands are submitted by the poll and not by the router: their answers have to be awaited.
        return EventRouter.builder(mapper, meters, "inventory")
                .on("order-placed.v1", OrderMessage.Placed.class, event -> {})
                .on("order-paid.v1", OrderMessage.Paid.class, event -> {})
                .on("order-shipped.v1", OrderMessage.Shipped.class, event -> {})
                .on("order-cancelled.v1", OrderMessage.Ended.class, event -> {})
                .on("order-expired.v1", OrderMessage.Ended.class, event -> {})
                .on("return-received.v1", OrderMessage.Returned.class, event -> {})
                .build();
    }

    static StockCommand command(Routed routed) {
        try {
            return ((OrderMessage) routed.event().data()).command();
        } catch (IllegalArgumentException impossible) {
            throw new MalformedEvent("event " + routed.event().id() + ": " + impossible.getMessage(), impossible);
        }
    }

    /** What an event of an order can never rightly lead to is for people to look at. */
    private static void refuse(Outcome outcome) {
        switch (outcome) {
            case Outcome.Reserved reserved -> {}
            case Outcome.Booked booked -> {}
            case Outcome.NoReservation none ->
                throw new IllegalStateException("order " + none.orderId() + " has left but was never placed");
            case Outcome.Differs differs ->
                throw new IllegalStateException("order "
                        + differs.reservation().orderId() + " was placed with other lines: "
                        + differs.reservation().asked().demands());
            case Outcome.Lacking other -> throw new IllegalStateException("unexpected: " + other);
            case Outcome.NotExtendable other -> throw new IllegalStateException("unexpected: " + other);
            case Outcome.TooLong other -> throw new IllegalStateException("unexpected: " + other);
            case Outcome.NoLevel other -> throw new IllegalStateException("unexpected: " + other);
            case Outcome.Stale other -> throw new IllegalStateException("unexpected: " + other);
            case Outcome.JudgedOtherwise other -> throw new IllegalStateException("unexpected: " + other);
            case Outcome.NotFree other -> throw new IllegalStateException("unexpected: " + other);
        }
    }
}
