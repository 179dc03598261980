package com.rebatesuite.rebate.view.cassandra;

import com.rebatesuite.rebate.view.LineView;
import com.rebatesuite.rebate.view.StepView;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Lists that are only ever read as a whole are one column of JSON. */
final class JsonColumns {

    private static final TypeReference<List<StepView>> STEPS = new TypeReference<>() {};
    private static final TypeReference<List<LineView>> LINES = new TypeReference<>() {};

    private final JsonMapper mapper;

    JsonColumns(JsonMapper mapper) {
        this.mapper = mapper;
    }

    String steps(List<StepView> steps) {
        return steps.isEmpty() ? "" : mapper.writeValueAsString(steps);
    }

    List<StepView> steps(@Nullable String column) {
        return column == null || column.isEmpty() ? List.of() : mapper.readValue(column, STEPS);
    }

    String lines(List<LineView> lines) {
        return mapper.writeValueAsString(lines);
    }

    List<LineView> lines(@Nullable String column) {
        return column == null ? List.of() : mapper.readValue(column, LINES);
    }
}
