package com.rebatesuite.platform.messaging;

import com.rebatesuite.platform.event.CloudEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchListenerFailedException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads records and gives each event to the handler of its type. A type nobody asked for is skipped and counted
 * ({@code events.skipped}); a record that is no event of ours is a {@link MalformedEvent}.
 */
public final class EventRouter {

    private final JsonMapper mapper;
    private final MeterRegistry meters;
    private final String consumer;
    private final Map<String, Route<?>> routes;

    private EventRouter(Builder builder) {
        this.mapper = builder.mapper;
        this.meters = builder.meters;
        this.consumer = builder.consumer;
        this.routes = Map.copyOf(builder.routes);
    }

    /** A router that names itself {@code consumer} in its metrics. */
    public static Builder builder(JsonMapper mapper, MeterRegistry meters, String consumer) {
        return new Builder(mapper, meters, consumer);
    }

    /**
     * Reads one record and handles it.
     *
     * @throws MalformedEvent if it is no event, or not what its type promises
     */
    public void handle(byte[] record) {
        read(record).ifPresent(Routed::handle);
    }

    /**
     * Reads one record without handling it; empty when nobody asked for its type.
     *
     * @throws MalformedEvent if it is no event, or not what its type promises
     */
    public Optional<Routed> read(byte[] record) {
        var tree = parse(record);
        var type = text(tree, "type");
        var route = routes.get(type);
        if (route == null) {
            meters.counter("events.skipped", "consumer", consumer, "type", type).increment();
            return Optional.empty();
        }
        return Optional.of(route.routed(this, record, tree, type));
    }

    /**
     * Handles the records of a batch one after the other.
     *
     * @throws BatchListenerFailedException with the index of the record that failed; those before it are handled
     */
    public void handleAll(List<byte[]> records) {
        for (int i = 0; i < records.size(); i++) {
            try {
                handle(records.get(i));
            } catch (RuntimeException failure) {
                throw failed(i, failure);
            }
        }
    }

    /**
     * Gives the events of a batch to {@code work} together, for consumers that write sets. What {@code work} does must be
     * all or nothing: when it fails for a reason that lies in a record, it is called again for one event at a time, so
     * that only the culprit is left behind. Its handlers are not called.
     *
     * @throws BatchListenerFailedException with the index of the record that failed; those before it are handled
     */
    public void handleTogether(List<byte[]> records, Consumer<List<Routed>> work) {
        var batch = readable(records);
        try {
            if (!batch.events().isEmpty()) {
                work.accept(List.copyOf(batch.events().values()));
            }
        } catch (RuntimeException failure) {
            if (StoreFailures.isOne(failure)) {
                throw failed(0, failure);
            }
            oneByOne(batch.events(), work);
        }
        if (batch.failure() != null) {
            throw failed(batch.read(), batch.failure());
        }
    }

    private Batch readable(List<byte[]> records) {
        var events = new LinkedHashMap<Integer, Routed>();
        for (int i = 0; i < records.size(); i++) {
            try {
                int index = i;
                read(records.get(i)).ifPresent(event -> events.put(index, event));
            } catch (MalformedEvent malformed) {
                return new Batch(events, i, malformed);
            }
        }
        return new Batch(events, records.size(), null);
    }

    private static void oneByOne(Map<Integer, Routed> events, Consumer<List<Routed>> work) {
        events.forEach((index, event) -> {
            try {
                work.accept(List.of(event));
            } catch (RuntimeException failure) {
                throw failed(index, failure);
            }
        });
    }

    private static BatchListenerFailedException failed(int index, RuntimeException failure) {
        return new BatchListenerFailedException("record " + index + " of the batch failed", failure, index);
    }

    private JsonNode parse(byte[] record) {
        try {
            var tree = mapper.readTree(record);
            if (!tree.isObject()) {
                throw new MalformedEvent("record: " + tree.getNodeType() + " (expected: a JSON object)");
            }
            return tree;
        } catch (JacksonException unreadable) {
            throw new MalformedEvent("record: not JSON: " + unreadable.getOriginalMessage(), unreadable);
        }
    }

    private static String text(JsonNode tree, String field) {
        var node = tree.path(field);
        if (!node.isString() || node.stringValue().isBlank()) {
            throw new MalformedEvent(field + ": " + node + " (expected: a string that is not blank)");
        }
        return node.stringValue();
    }

    private <T> CloudEvent<T> event(JsonNode tree, String type, Class<T> dataType) {
        var data = tree.path("data");
        if (!data.isObject()) {
            throw new MalformedEvent("data of " + type + ": " + data.getNodeType() + " (expected: an object)");
        }
        return CloudEvent.of(
                text(tree, "id"),
                text(tree, "source"),
                type,
                time(tree),
                text(tree, "subject"),
                read(data, type, dataType));
    }

    private <T> T read(JsonNode data, String type, Class<T> dataType) {
        try {
            return mapper.treeToValue(data, dataType);
        } catch (JacksonException | IllegalArgumentException unreadable) {
            throw new MalformedEvent("data of " + type + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private static Instant time(JsonNode tree) {
        var time = text(tree, "time");
        try {
            return Instant.parse(time);
        } catch (DateTimeParseException unreadable) {
            throw new MalformedEvent("time: " + time + " (expected: an ISO 8601 instant)", unreadable);
        }
    }

    /** The events up to the first malformed record, by their index in the batch, and how many records were read. */
    private record Batch(
            Map<Integer, Routed> events, int read, @Nullable MalformedEvent failure) {}

    private record Route<T>(Class<T> dataType, Consumer<CloudEvent<T>> handler) {

        Routed routed(EventRouter router, byte[] record, JsonNode tree, String type) {
            var event = router.event(tree, type, dataType);
            var name = router.consumer + " " + type;
            return new Routed(
                    event,
                    RecordTraces.of(record),
                    () -> RecordTraces.continued(record, name, () -> handler.accept(event)));
        }
    }

    /** Collects what is handled how. */
    public static final class Builder {

        private final JsonMapper mapper;
        private final MeterRegistry meters;
        private final String consumer;
        private final Map<String, Route<?>> routes = new LinkedHashMap<>();

        private Builder(JsonMapper mapper, MeterRegistry meters, String consumer) {
            this.mapper = mapper;
            this.meters = meters;
            this.consumer = consumer;
        }

        /**
         * Handles events of this type, their data read as {@code dataType}.
         *
         * @throws IllegalArgumentException if the type has a handler already
         */
        public <T> Builder on(String type, Class<T> dataType, Consumer<CloudEvent<T>> handler) {
            if (routes.putIfAbsent(type, new Route<>(dataType, handler)) != null) {
                throw new IllegalArgumentException("type: " + type + " (expected: one handler per type)");
            }
            return this;
        }

        /** The router over what was collected so far. */
        public EventRouter build() {
            return new EventRouter(this);
        }
    }
}
