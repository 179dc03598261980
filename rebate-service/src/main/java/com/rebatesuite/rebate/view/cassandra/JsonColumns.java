package com.rebatesuite.rebate.view.cassandra;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is only ever read as a whole is one column of JSON. */
final class JsonColumns {

    private final JsonMapper mapper;

    JsonColumns(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** What a text column holds are these bytes: to go by way of a string would write everything twice. */
    ByteBuffer bytes(Object value) {
        return ByteBuffer.wrap(mapper.writeValueAsBytes(value));
    }

    <T> T value(String column, Class<T> type) {
        return mapper.readValue(column, type);
    }

    /** Nothing is written for an empty list. */
    <T> List<T> list(@Nullable String column, TypeReference<List<T>> type) {
        return column == null || column.isEmpty() ? List.of() : mapper.readValue(column, type);
    }
}
