package com.rebatesuite.rebate.view.kafka;

import com.rebatesuite.platform.messaging.MalformedEvent;
import com.rebatesuite.rebate.view.Recorded;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads recordings, each in one pass over its bytes: this is the hottest reading of the service. */
final class Recordings {

    private final JsonMapper mapper;
    private final MeterRegistry meters;

    Recordings(JsonMapper mapper, MeterRegistry meters) {
        this.mapper = mapper;
        this.meters = meters;
    }

    /**
     * The decision; empty for an event of another type.
     *
     * @throws MalformedEvent if it is no event, or not what its type promises
     */
    Optional<Recorded> read(byte @Nullable [] record) {
        try {
            var event = mapper.readValue(record == null ? new byte[0] : record, Event.class);
            if (RebateRecordedMessage.TYPE.equals(event.type())) {
                return Optional.of(Objects.requireNonNull(event.data(), "data").toRecorded());
            }
            return skipped(event.type());
        } catch (JacksonException | NullPointerException | IllegalArgumentException unreadable) {
            return skipped(typeOf(record, unreadable));
        }
    }

    private Optional<Recorded> skipped(@Nullable String type) {
        if (type == null) {
            throw new MalformedEvent("type: absent (expected: that of an event)", null);
        }
        meters.counter("events.skipped", "consumer", "views", "type", type).increment();
        return Optional.empty();
    }

    /** Another type may well have other data; ours may not. */
    private String typeOf(byte @Nullable [] record, RuntimeException unreadable) {
        try {
            var type = mapper.readValue(record, Type.class).type();
            if (type != null && !type.equals(RebateRecordedMessage.TYPE)) {
                return type;
            }
        } catch (JacksonException | NullPointerException | IllegalArgumentException noEvent) {
            unreadable.addSuppressed(noEvent);
        }
        throw new MalformedEvent(String.valueOf(unreadable.getMessage()), unreadable);
    }

    record Event(@Nullable String type, @Nullable RebateRecordedMessage data) {}

    record Type(@Nullable String type) {}
}
