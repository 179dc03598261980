package com.rebatesuite.rebate.ledger.kafka;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** State as JSON, with the names of the model: what the stores and their changelogs hold is our own affair. */
final class StateSerde {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private StateSerde() {}

    static <T> Serde<T> of(Class<T> type) {
        return Serdes.serdeFrom(new JsonSerializer<T>(), new JsonDeserializer<>(type));
    }

    private static final class JsonSerializer<T> implements Serializer<T> {

        @Override
        public byte @Nullable [] serialize(String topic, @Nullable T value) {
            return value == null ? null : MAPPER.writeValueAsBytes(value);
        }
    }

    private static final class JsonDeserializer<T> implements Deserializer<T> {

        private final Class<T> type;

        JsonDeserializer(Class<T> type) {
            this.type = type;
        }

        @Override
        public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
            return bytes == null ? null : MAPPER.readValue(bytes, type);
        }
    }
}
