package com.rebatesuite.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What others write to us: they were promised which little is enough. */
class PlainTest {

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final SchemaValidatorsConfig FORMATS_ARE_ASSERTED =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    static List<String> names() {
        return Contracts.plain();
    }

    @ParameterizedTest
    @MethodSource("names")
    void exampleFitsItsSchemaAndShowsAllOfIt(String name) {
        var example = Contracts.json("plain/" + name + ".example.json");
        var described = Contracts.json("plain/" + name + ".schema.json").path("properties");

        assertThat(problems(name, example.toString())).isEmpty();
        assertThat(example.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(described::fieldNames);
    }

    /** One more required field would break everybody who writes. */
    @Test
    void aMovementNeedsThreeFields() {
        var required = new ArrayList<String>();
        Contracts.json("plain/stock-movement.schema.json")
                .path("required")
                .forEach(field -> required.add(field.asText()));

        assertThat(required).containsExactly("product_id", "quantity_change", "timestamp");
    }

    @Test
    void aMovementIsMoreThanNothingAndAtAnInstant() {
        var example = (ObjectNode) Contracts.json("plain/stock-movement.example.json");

        assertThat(problems(
                        "stock-movement",
                        example.deepCopy().put("quantity_change", 0).toString()))
                .isNotEmpty();
        assertThat(problems(
                        "stock-movement",
                        example.deepCopy().put("timestamp", "noon").toString()))
                .isNotEmpty();
        assertThat(problems(
                        "stock-movement",
                        example.deepCopy().put("timestamp", 1_767_608_130L).toString()))
                .isEmpty();
    }

    private static List<String> problems(String name, String json) {
        return schema(name).validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static JsonSchema schema(String name) {
        var file = Contracts.file("plain/" + name + ".schema.json").toUri().toString();
        return SCHEMAS.getSchema(SchemaLocation.of(file), FORMATS_ARE_ASSERTED);
    }
}
