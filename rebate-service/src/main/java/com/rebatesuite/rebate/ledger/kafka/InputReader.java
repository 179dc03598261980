package com.rebatesuite.rebate.ledger.kafka;

import com.rebatesuite.platform.event.CloudEvent;
import com.rebatesuite.platform.messaging.MalformedEvent;
import com.rebatesuite.rebate.quote.Quotes;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what the ledger is told. Half of what is in the topics is none of its business: the type is looked at first, and the
 * rest is read straight into the message of that type, without a tree in between.
 */
final class InputReader {

    private final JsonMapper mapper;
    private final MeterRegistry meters;
    private final Map<String, Reading<?>> readings = new HashMap<>();

    InputReader(JsonMapper mapper, MeterRegistry meters, Quotes quotes) {
        this.mapper = mapper;
        this.meters = meters;
        on("order-paid.v1", OrderPaidMessage.class, event -> OrderPaidMessage.input(event, quotes));
        on("order-delivered.v1", OrderMessages.Delivered.class, OrderMessages.Delivered::input);
        on("order-completed.v1", OrderMessages.Ended.class, OrderMessages.Ended::completed);
        on("order-cancelled.v1", OrderMessages.Ended.class, OrderMessages.Ended::cancelled);
        on("return-received.v1", ReturnReceivedMessage.class, ReturnReceivedMessage::input);
        on("rebate-settled.v1", OrderMessages.Ended.class, OrderMessages.Ended::settled);
        on("rebate-amended.v1", OrderMessages.Amended.class, OrderMessages.Amended::input);
        on("rebate-rejected.v1", OrderMessages.Rejected.class, OrderMessages.Rejected::input);
        on("payout-method-set.v1", WithdrawalMessages.MethodSet.class, WithdrawalMessages.MethodSet::input);
        on("withdrawal-requested.v1", WithdrawalMessages.Requested.class, WithdrawalMessages.Requested::input);
        on("withdrawal-batched.v1", WithdrawalMessages.Batched.class, WithdrawalMessages.Batched::input);
        on("withdrawal-settled.v1", WithdrawalMessages.Settled.class, WithdrawalMessages.Settled::input);
        on("withdrawal-failed.v1", WithdrawalMessages.Failed.class, WithdrawalMessages.Failed::input);
        on("adjustment-proposed.v1", OperatorMessages.Proposed.class, OperatorMessages.Proposed::input);
        on("adjustment-decided.v1", OperatorMessages.Decided.class, OperatorMessages.Decided::input);
        on("account-frozen.v1", OperatorMessages.Frozen.class, OperatorMessages.Frozen::frozen);
        on("account-unfrozen.v1", OperatorMessages.Frozen.class, OperatorMessages.Frozen::unfrozen);
        on("claim-filed.v1", OperatorMessages.Filed.class, OperatorMessages.Filed::input);
        on("claim-decided.v1", OperatorMessages.ClaimDecided.class, OperatorMessages.ClaimDecided::input);
        on("coupon-issued.v1", CouponMessages.Issued.class, CouponMessages.Issued::input);
        on("coupon-expired.v1", CouponMessages.Expired.class, CouponMessages.Expired::input);
        on(GrantedMessage.TYPE, GrantedMessage.class, CloudEvent::data);
    }

    private <T> void on(String type, Class<T> data, Function<CloudEvent<T>, Object> reading) {
        var event = mapper.getTypeFactory().constructParametricType(CloudEvent.class, data);
        readings.put(type, new Reading<>(mapper.readerFor(event), reading));
    }

    /**
     * What a record says; null when it is none of the ledger's business.
     *
     * @throws MalformedEvent if it is no event, or not what its type promises
     */
    @Nullable Told read(byte[] record) {
        try {
            var type = type(record);
            var reading = readings.get(type);
            if (reading == null) {
                meters.counter("events.skipped", "consumer", "ledger", "type", type)
                        .increment();
                return null;
            }
            return reading.read(record);
        } catch (JacksonException unreadable) {
            throw new MalformedEvent("record: not JSON: " + unreadable.getOriginalMessage(), unreadable);
        } catch (IllegalArgumentException | NullPointerException | ArithmeticException nonsense) {
            throw new MalformedEvent(String.valueOf(nonsense.getMessage()), nonsense);
        }
    }

    private String type(byte[] record) {
        try (var parser = mapper.createParser(record)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedEvent("record: " + parser.currentToken() + " (expected: a JSON object)");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var isType = parser.currentName().equals("type");
                if (parser.nextToken() == JsonToken.VALUE_STRING && isType) {
                    return parser.getString();
                }
                parser.skipChildren();
            }
        }
        throw new MalformedEvent("type: none (expected: a string)");
    }

    /** What a record says, when it was said, and in which event. */
    record Told(String eventId, String type, Instant time, Object what) {}

    private record Reading<T>(ObjectReader reader, Function<CloudEvent<T>, Object> reading) {

        Told read(byte[] record) {
            CloudEvent<T> event = reader.readValue(record);
            if (isBlank(event.id()) || isBlank(event.source()) || isBlank(event.subject())) {
                throw new MalformedEvent("id, source or subject: none (expected: all of them)");
            }
            if (event.time() == null || event.data() == null) {
                throw new MalformedEvent("time or data: none (expected: both)");
            }
            return new Told(event.id(), event.type(), event.time(), reading.apply(event));
        }

        private static boolean isBlank(@Nullable String text) {
            return text == null || text.isBlank();
        }
    }
}
