package com.rebatesuite.rebate.ledger.kafka;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.rebatesuite.rebate.ledger.Account;
import com.rebatesuite.rebate.ledger.Adjustment;
import com.rebatesuite.rebate.ledger.Claim;
import com.rebatesuite.rebate.ledger.Freeze;
import com.rebatesuite.rebate.ledger.IssuedCoupon;
import com.rebatesuite.rebate.ledger.KnownShopper;
import com.rebatesuite.rebate.ledger.Lots;
import com.rebatesuite.rebate.ledger.OrderRebate;
import com.rebatesuite.rebate.ledger.OrderReference;
import com.rebatesuite.rebate.ledger.PayoutMethod;
import com.rebatesuite.rebate.ledger.State;
import com.rebatesuite.rebate.ledger.Withdrawal;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** State as JSON, with the names of the model: what the stores and their changelogs hold is our own affair. */
final class StateSerde {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    /** A type's place in this list is the first byte of what is stored: new ones go to the end. */
    private static final List<Class<? extends State>> TYPES = List.of(
            Account.class,
            OrderRebate.class,
            Lots.class,
            KnownShopper.class,
            IssuedCoupon.class,
            OrderReference.class,
            PayoutMethod.class,
            Withdrawal.class,
            Adjustment.class,
            Claim.class,
            Freeze.class);

    private static final List<ObjectReader> READERS =
            TYPES.stream().map(type -> MAPPER.readerFor(type)).toList();

    private static final Map<Class<?>, Integer> TAGS =
            IntStream.range(0, TYPES.size()).boxed().collect(Collectors.toMap(TYPES::get, Function.identity()));

    private static final ObjectWriter WRITER = MAPPER.writer();

    private StateSerde() {}

    /** Whatever is remembered about shoppers. */
    static Serde<State> states() {
        Serializer<State> writing = (topic, state) -> state == null ? null : write(state);
        Deserializer<State> reading = (topic, bytes) -> bytes == null ? null : read(bytes);
        return Serdes.serdeFrom(writing, reading);
    }

    static <T> Serde<T> of(Class<T> type) {
        var reader = MAPPER.readerFor(type);
        Serializer<T> writing = (topic, value) -> value == null ? null : WRITER.writeValueAsBytes(value);
        Deserializer<T> reading = (topic, bytes) -> bytes == null ? null : reader.readValue(bytes);
        return Serdes.serdeFrom(writing, reading);
    }

    private static byte[] write(State state) {
        var bytes = new ByteArrayOutputStream(512);
        bytes.write(requireNonNull(TAGS.get(state.getClass())));
        WRITER.writeValue(bytes, state);
        return bytes.toByteArray();
    }

    private static State read(byte[] bytes) {
        return READERS.get(bytes[0]).readValue(bytes, 1, bytes.length - 1);
    }
}
