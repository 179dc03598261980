package com.rebatesuite.rebate.view.cassandra;

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

    String text(Object value) {
        return mapper.writeValueAsString(value);
    }

    <T> T value(String column, Class<T> type) {
        return mapper.readValue(column, type);
    }

    /** Nothing is written for an empty list. */
    <T> List<T> list(@Nullable String column, TypeReference<List<T>> type) {
        return column == null || column.isEmpty() ? List.of() : mapper.readValue(column, type);
    }
}
