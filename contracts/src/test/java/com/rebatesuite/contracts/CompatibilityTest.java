package com.rebatesuite.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A promise once made is kept: what consumers may rely on is recorded, and only added to. */
class CompatibilityTest {

    private static final String SCHEMA = """
            {"properties": {
               "data": {"type": "object", "properties": {
                  "sku": {"type": "string"},
                  "note": {"type": "string"},
                  "at": {"type": "string", "format": "date-time"},
                  "channel": {"type": "string", "enum": ["shop", "partner"]},
                  "lines": {"type": "array", "items": {"type": "object",
                     "properties": {"quantity": {"type": "integer"}}, "required": ["quantity"]}}},
                "required": ["sku", "lines"]}},
             "required": ["data"]}
            """;

    /** With {@code -Dcontracts.update=true} additions are recorded; what breaks consumers is refused even then. */
    @Test
    void schemasKeepWhatWasPromised() {
        var changes = Compatibility.between(Lock.read(), Lock.now());

        assertThat(changes.breaks())
                .as("incompatible changes: leave the schema as it was and make a .v2 beside it")
                .isEmpty();
        if (Boolean.getBoolean("contracts.update")) {
            Lock.write(Lock.now());
            return;
        }
        assertThat(changes.additions())
                .as("additions that are not in %s yet: run this test with -Dcontracts.update=true", Lock.FILE)
                .isEmpty();
    }

    @Test
    void findsNothingWhereNothingChanged() {
        assertThat(changes(schema -> {}).breaks()).isEmpty();
        assertThat(changes(schema -> {}).additions()).isEmpty();
    }

    @Test
    void refusesARemovedProperty() {
        assertThat(changes(schema -> data(schema).remove("note")).breaks())
                .containsExactly("tea.v1 data.note: removed or renamed (expected: string)");
    }

    @Test
    void refusesARenamedPropertyDeepInside() {
        assertThat(changes(schema -> {
                            var line = (ObjectNode) schema.at("/properties/data/properties/lines/items/properties");
                            line.set("units", line.remove("quantity"));
                        })
                        .breaks())
                .containsExactly("tea.v1 data.lines[].quantity: removed or renamed (expected: integer)");
    }

    @Test
    void refusesAnotherTypeOrFormat() {
        assertThat(changes(schema -> ((ObjectNode) data(schema).path("sku")).put("type", "integer"))
                        .breaks())
                .containsExactly("tea.v1 data.sku: integer (expected: string)");
        assertThat(changes(schema -> ((ObjectNode) data(schema).path("at")).remove("format"))
                        .breaks())
                .containsExactly("tea.v1 data.at: string (expected: string date-time)");
    }

    @Test
    void refusesToMakeARequiredPropertyOptional() {
        assertThat(changes(schema -> ((ArrayNode) schema.at("/properties/data/required")).remove(0))
                        .breaks())
                .containsExactly("tea.v1 data.sku: optional (expected: required, consumers rely on it)");
    }

    @Test
    void refusesToRestrictValues() {
        assertThat(changes(schema -> ((ObjectNode) data(schema).path("sku"))
                                .putArray("enum")
                                .add("TEA"))
                        .breaks())
                .containsExactly("tea.v1 data.sku: restricted to [TEA] (expected: any value)");
        assertThat(changes(schema -> ((ArrayNode) data(schema).at("/channel/enum")).remove(0))
                        .breaks())
                .containsExactly("tea.v1 data.channel: allows [partner] (expected: [partner, shop], and more at most)");
    }

    @Test
    void refusesARemovedEvent() {
        var changes = Compatibility.between(schemas(SCHEMA), new TreeMap<String, SortedMap<String, Property>>());

        assertThat(changes.breaks()).containsExactly("tea.v1: removed (expected: kept, consumers may still read it)");
    }

    @Test
    void takesAdditions() {
        var changes = changes(schema -> {
            data(schema).putObject("colour").put("type", "string");
            ((ArrayNode) data(schema).at("/channel/enum")).add("phone");
            ((ArrayNode) schema.at("/properties/data/required")).add("note");
        });

        assertThat(changes.breaks()).isEmpty();
        assertThat(changes.additions())
                .containsExactly(
                        "tea.v1 data.channel: allows [partner, phone, shop] from now on",
                        "tea.v1 data.note: required from now on",
                        "tea.v1 data.colour: new");
    }

    private static Compatibility changes(Consumer<JsonNode> change) {
        var changed = parse(SCHEMA);
        change.accept(changed);
        return Compatibility.between(schemas(SCHEMA), schemas(changed.toString()));
    }

    private static SortedMap<String, SortedMap<String, Property>> schemas(String schema) {
        var schemas = new TreeMap<String, SortedMap<String, Property>>();
        schemas.put("tea.v1", Property.of(parse(schema)));
        return schemas;
    }

    private static ObjectNode data(JsonNode schema) {
        return (ObjectNode) schema.at("/properties/data/properties");
    }

    private static JsonNode parse(String json) {
        try {
            return Contracts.JSON.readTree(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
