package com.rebatesuite.rebate.ledger.kafka;

import com.rebatesuite.platform.event.CloudEvent;
import com.rebatesuite.platform.messaging.EventRouter;
import com.rebatesuite.platform.messaging.MalformedEvent;
import com.rebatesuite.rebate.ledger.Account;
import com.rebatesuite.rebate.ledger.Decision;
import com.rebatesuite.rebate.ledger.Decision.Booked;
import com.rebatesuite.rebate.ledger.Decision.Ignored;
import com.rebatesuite.rebate.ledger.Decision.Refused;
import com.rebatesuite.rebate.ledger.Decision.Remembered;
import com.rebatesuite.rebate.ledger.Input;
import com.rebatesuite.rebate.ledger.Ledger;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * One partition's ledger: reads a record, loads the account and the order, asks {@link Ledger} and writes both with the
 * recording, all within the transaction of the stream.
 */
final class LedgerProcessor implements Processor<String, byte[], String, Outcome> {

    private final LedgerParts parts;
    private final EventRouter router;
    private ProcessorContext<String, Outcome> context;
    private KeyValueStore<String, Account> accounts;
    private LedgerStores.OrderStore orders;
    private Record<String, byte[]> current;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record.
    LedgerProcessor(LedgerParts parts) {
        this.parts = parts;
        this.router = EventRouter.builder(parts.mapper(), parts.meters(), "ledger")
                .on("order-paid.v1", OrderPaidMessage.class, by(OrderPaidMessage::input))
                .on("order-completed.v1", OrderMessage.class, by(OrderMessage::completed))
                .on("order-cancelled.v1", OrderMessage.class, by(OrderMessage::cancelled))
                .on("return-received.v1", ReturnReceivedMessage.class, by(ReturnReceivedMessage::input))
                .on("rebate-settled.v1", OrderMessage.class, by(OrderMessage::settled))
                .build();
    }

    @Override
    public void init(ProcessorContext<String, Outcome> processorContext) {
        context = processorContext;
        accounts = context.getStateStore(LedgerStores.ACCOUNTS);
        orders = new LedgerStores.OrderStore(context.getStateStore(LedgerStores.ORDERS));
    }

    @Override
    public void process(Record<String, byte[]> record) {
        current = record;
        try {
            router.handle(bytes(record.value()));
        } catch (MalformedEvent malformed) {
            bury("malformed", String.valueOf(malformed.getMessage()));
        }
    }

    private <T> Consumer<CloudEvent<T>> by(Function<CloudEvent<T>, Input> reading) {
        return event -> {
            var decision = decide(event, reading);
            switch (decision) {
                case Booked booked -> book(booked, event.time());
                case Remembered remembered -> orders.put(key(), remembered.order());
                case Ignored ignored -> parts.metrics().ignored(ignored.reason());
                case Refused refused -> bury(refused.reason(), event.type() + " " + event.id());
            }
        };
    }

    /** Nothing is written in here, so whatever fails leaves no trace but a dead letter. */
    private <T> Decision decide(CloudEvent<T> event, Function<CloudEvent<T>, Input> reading) {
        try {
            var input = reading.apply(event);
            if (!input.userId().equals(key())) {
                return new Refused("key-is-not-the-user");
            }
            var account = accounts.get(key());
            return Ledger.decide(
                    account == null ? Account.open(key()) : account,
                    orders.get(key(), input.orderId()),
                    input,
                    parts.rules().get(),
                    Instant.ofEpochMilli(context.currentSystemTimeMs()));
        } catch (IllegalArgumentException | ArithmeticException nonsense) {
            throw new MalformedEvent(String.valueOf(nonsense.getMessage()), nonsense);
        }
    }

    private void book(Booked booked, Instant eventTime) {
        var recording = booked.recording();
        var bytes = parts.serialise(recording);
        if (bytes.length > LedgerParts.LARGEST_RECORDING) {
            bury("too-large", "recording of " + bytes.length + " bytes");
            return;
        }
        accounts.put(key(), booked.account());
        orders.put(key(), booked.order());
        parts.metrics().booked(recording, eventTime);
        context.forward(new Record<>(key(), Outcome.recorded(bytes), current.timestamp(), trace(current.headers())));
    }

    private void bury(String reason, String detail) {
        parts.metrics().dead(reason);
        var from = context.recordMetadata().orElseThrow();
        context.forward(new Record<>(
                current.key(),
                Outcome.dead(bytes(current.value())),
                current.timestamp(),
                DeadLetterHeaders.of(current.headers(), from, reason, detail)));
    }

    private String key() {
        return current.key() == null ? "" : current.key();
    }

    private static byte[] bytes(byte @Nullable [] value) {
        return value == null ? new byte[0] : value;
    }

    /** The trace goes on; what else the input carried is its own. */
    private static Headers trace(Headers input) {
        var headers = new RecordHeaders();
        var traceparent = input.lastHeader("traceparent");
        if (traceparent != null) {
            headers.add(traceparent);
        }
        return headers;
    }
}
