package com.rebatesuite.rebate.simulation.kafka;

import com.rebatesuite.platform.messaging.EventRouter;
import com.rebatesuite.platform.messaging.MalformedEvent;
import com.rebatesuite.rebate.simulation.Fact;
import com.rebatesuite.rebate.simulation.RecordedFacts;
import com.rebatesuite.rebate.simulation.SimulationProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The topics of the ledger. A record that the ledger put aside is put aside here too, and counted. */
@Component
class RecordedLogs implements RecordedFacts {

    /** What the ledger decides about. */
    private static final List<String> INPUTS = List.of("offers", "orders", "rebate-commands");

    private final LogReader log;
    private final JsonMapper mapper;
    private final MeterRegistry meters;

    RecordedLogs(
            @Value("${spring.cloud.stream.kafka.binder.brokers}") String brokers,
            SimulationProperties properties,
            JsonMapper mapper,
            MeterRegistry meters) {
        this.log = new LogReader(brokers, properties.patience());
        this.mapper = mapper;
        this.meters = meters;
    }

    @Override
    public void tell(Consumer<Fact> reader) {
        log.read(INPUTS, reading(inputs(reader), reader));
        log.read(List.of("rebates"), reading(decisions(reader), reader));
    }

    private EventRouter inputs(Consumer<Fact> reader) {
        var router = EventRouter.builder(mapper, meters, "simulation");
        on(router, "order-paid.v1", PaidMessage.class, PaidMessage::fact, reader);
        on(router, "order-cancelled.v1", CancelledMessage.class, CancelledMessage::fact, reader);
        on(router, "return-received.v1", ReturnedMessage.class, ReturnedMessage::fact, reader);
        on(router, "rebate-amended.v1", ChangeMessages.Amended.class, ChangeMessages.Amended::fact, reader);
        on(router, "rebate-rejected.v1", ChangeMessages.Rejected.class, ChangeMessages.Rejected::fact, reader);
        on(router, "coupon-issued.v1", CouponMessages.Issued.class, CouponMessages.Issued::fact, reader);
        on(router, "coupon-expired.v1", CouponMessages.Expired.class, CouponMessages.Expired::fact, reader);
        on(router, "claim-filed.v1", ClaimMessages.Filed.class, ClaimMessages.Filed::fact, reader);
        return router.on(
                        "claim-decided.v1",
                        ClaimMessages.Decided.class,
                        event -> event.data().facts().forEach(reader))
                .build();
    }

    private EventRouter decisions(Consumer<Fact> reader) {
        return EventRouter.builder(mapper, meters, "simulation-rebates")
                .on(
                        "rebate-recorded.v2",
                        RecordedMessage.class,
                        event -> event.data().facts().forEach(reader))
                .build();
    }

    private static <T> void on(
            EventRouter.Builder router, String type, Class<T> data, Function<T, Fact> reading, Consumer<Fact> reader) {
        router.on(type, data, event -> reader.accept(fact(event.data(), reading)));
    }

    private static <T> Fact fact(T data, Function<T, Fact> reading) {
        try {
            return reading.apply(data);
        } catch (IllegalArgumentException | ArithmeticException nonsense) {
            throw new MalformedEvent(String.valueOf(nonsense.getMessage()), nonsense);
        }
    }

    private Consumer<byte[]> reading(EventRouter router, Consumer<Fact> reader) {
        return record -> {
            try {
                router.handle(record);
            } catch (MalformedEvent malformed) {
                meters.counter("events.skipped", "consumer", "simulation", "type", "malformed")
                        .increment();
                reader.accept(new Fact.Unreadable());
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
