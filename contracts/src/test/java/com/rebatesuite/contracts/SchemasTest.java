package com.rebatesuite.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event has a schema that is one, an example that fits it, and one name everywhere. */
class SchemasTest {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final Pattern SNAKE_CASE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
    private static final Pattern TYPE = Pattern.compile("[a-z]+(-[a-z]+)*\\.v[1-9][0-9]*");
    private static final List<String> ENVELOPE =
            List.of("specversion", "id", "source", "type", "time", "subject", "datacontenttype", "data");

    private final JsonSchemaFactory schemas = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private final SchemaValidatorsConfig formatsAreAsserted =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    static List<String> types() {
        return Contracts.types();
    }

    @Test
    void everySchemaHasAnExampleAndTheOtherWayRound() {
        assertThat(Contracts.types()).isNotEmpty().isEqualTo(Contracts.typesWithExample());
        assertThat(Contracts.strayFiles()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void schemaIsValidJsonSchema(String type) {
        var dialect = schemas.getSchema(SchemaLocation.of(DIALECT), formatsAreAsserted);
        var schema = Contracts.schema(type);

        assertThat(schema.path("$schema").asText()).isEqualTo(DIALECT);
        assertThat(dialect.validate(schema.toString(), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void exampleFitsItsSchema(String type) {
        var schema = schemas.getSchema(
                SchemaLocation.of(Contracts.file("events/" + type + ".schema.json")
                        .toUri()
                        .toString()),
                formatsAreAsserted);

        assertThat(schema.validate(Contracts.example(type).toString(), InputFormat.JSON))
                .isEmpty();
    }

    /** An example shows no field that the schema does not describe: else a misspelt one would pass unseen. */
    @ParameterizedTest
    @MethodSource("types")
    void exampleUsesDescribedFieldsOnly(String type) {
        var undescribed = new ArrayList<String>();
        collectUndescribed("", Contracts.schema(type), Contracts.example(type), undescribed);

        assertThat(undescribed).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void fileAndSchemaAndExampleHaveOneName(String type) {
        var schema = Contracts.schema(type);

        assertThat(type).matches(TYPE);
        assertThat(List.of(
                        schema.path("$id").asText(),
                        schema.path("title").asText(),
                        schema.at("/properties/type/const").asText(),
                        Contracts.example(type).path("type").asText()))
                .containsExactly(type + ".schema.json", type, type, type);
        assertThat(schema.path("description").asText()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("types")
    void envelopeIsACloudEvent(String type) {
        var required = new ArrayList<String>();
        Contracts.schema(type).path("required").forEach(name -> required.add(name.asText()));

        assertThat(required).containsExactlyInAnyOrderElementsOf(ENVELOPE);
    }

    @ParameterizedTest
    @MethodSource("types")
    void namesAreSnakeCase(String type) {
        var others = new ArrayList<String>();
        collectOtherNames(Contracts.schema(type), others);

        assertThat(others).isEmpty();
    }

    /** A required name that is misspelt would demand something nobody described. */
    @ParameterizedTest
    @MethodSource("types")
    void requiredNamesAreDescribed(String type) {
        var undescribed = new ArrayList<String>();
        collectUndescribedRequired(Contracts.schema(type), undescribed);

        assertThat(undescribed).isEmpty();
    }

    private static void collectOtherNames(JsonNode schema, List<String> others) {
        schema.path("properties").properties().forEach(property -> {
            if (!SNAKE_CASE.matcher(property.getKey()).matches()) {
                others.add(property.getKey());
            }
            collectOtherNames(property.getValue(), others);
        });
        if (schema.has("items")) {
            collectOtherNames(schema.path("items"), others);
        }
    }

    private static void collectUndescribedRequired(JsonNode schema, List<String> undescribed) {
        schema.path("required").forEach(name -> {
            if (!schema.path("properties").has(name.asText())) {
                undescribed.add(name.asText());
            }
        });
        schema.path("properties").forEach(property -> collectUndescribedRequired(property, undescribed));
        if (schema.has("items")) {
            collectUndescribedRequired(schema.path("items"), undescribed);
        }
    }

    private static void collectUndescribed(String path, JsonNode schema, JsonNode value, List<String> undescribed) {
        value.properties().forEach(field -> {
            var property = schema.path("properties").path(field.getKey());
            if (property.isMissingNode()) {
                undescribed.add(path + field.getKey());
            } else {
                collectUndescribed(path + field.getKey() + ".", property, field.getValue(), undescribed);
            }
        });
        if (value.isArray()) {
            value.forEach(item -> collectUndescribed(path, schema.path("items"), item, undescribed));
        }
    }
}
