package com.rebatesuite.rebate.simulation.kafka;

import com.rebatesuite.platform.event.CloudEvent;
import com.rebatesuite.platform.messaging.EventRouter;
import com.rebatesuite.platform.messaging.MalformedEvent;
import com.rebatesuite.rebate.simulation.Fact;
import com.rebatesuite.rebate.simulation.RecordedFacts;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The topics {@code orders} and {@code rebates}. A record that the ledger put aside is put aside here too, and counted. */
@Component
class RecordedLogs implements RecordedFacts {

    private final LogReader log;
    private final JsonMapper mapper;
    private final MeterRegistry meters;

    RecordedLogs(
            @Value("${spring.cloud.stream.kafka.binder.brokers}") String brokers,
            JsonMapper mapper,
            MeterRegistry meters) {
        this.log = new LogReader(brokers);
        this.mapper = mapper;
        this.meters = meters;
    }

    @Override
    public void tell(Consumer<Fact> reader) {
        log.read("orders", skippingMalformed(orders(reader)));
        log.read("rebates", skippingMalformed(rebates(reader)));
    }

    private EventRouter orders(Consumer<Fact> reader) {
        return EventRouter.builder(mapper, meters, "simulation-orders")
                .on("order-paid.v1", PaidMessage.class, telling(reader, PaidMessage::fact))
                .on("order-cancelled.v1", CancelledMessage.class, telling(reader, CancelledMessage::fact))
                .on("return-received.v1", ReturnedMessage.class, telling(reader, ReturnedMessage::fact))
                .build();
    }

    private EventRouter rebates(Consumer<Fact> reader) {
        return EventRouter.builder(mapper, meters, "simulation-rebates")
                .on(
                        "rebate-recorded.v2",
                        RecordedMessage.class,
                        event -> event.data().facts().forEach(reader))
                .build();
    }

    private static <T> Consumer<CloudEvent<T>> telling(Consumer<Fact> reader, Function<T, Fact> reading) {
        return event -> reader.accept(fact(event.data(), reading));
    }

    private static <T> Fact fact(T data, Function<T, Fact> reading) {
        try {
            return reading.apply(data);
        } catch (IllegalArgumentException | ArithmeticException nonsense) {
            throw new MalformedEvent(String.valueOf(nonsense.getMessage()), nonsense);
        }
    }

    private Consumer<byte[]> skippingMalformed(EventRouter router) {
        return record -> {
            try {
                router.handle(record);
            } catch (MalformedEvent malformed) {
                meters.counter("events.skipped", "consumer", "simulation", "type", "malformed")
                        .increment();
            }
        };
    }

    /** What simulations need of contracts/events/rebate-recorded.v2. */
    record RecordedMessage(List<EntryMessage> entries) {

        List<Fact> facts() {
            return entries.stream().flatMap(EntryMessage::facts).toList();
        }
    }
}
