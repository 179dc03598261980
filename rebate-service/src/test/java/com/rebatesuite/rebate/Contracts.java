package com.rebatesuite.rebate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The agreed examples and schemas. */
public final class Contracts {

    /** As the service's own mapper is set up. */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private static final ObjectMapper SCHEMA_MAPPER = new ObjectMapper();

    private Contracts() {}

    /** Of the first version, unless the type names another. */
    public static String example(String type) {
        return text(versioned(type) + ".example.json");
    }

    /** What was sent is the example, and the schema allows it. */
    public static void assertSent(String type, byte[] sent) {
        assertThat(MAPPER.readTree(sent)).isEqualTo(MAPPER.readTree(example(type)));
        assertValid(type, sent);
    }

    public static void assertValid(String type, byte[] sent) {
        try {
            var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    // The validator wants an absolute $id, and there is no address to give.
                    .getSchema(text(versioned(type) + ".schema.json").replaceFirst("\"\\$id\": \"[^\"]*\",", ""));
            assertThat(schema.validate(SCHEMA_MAPPER.readTree(sent))).isEmpty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static JsonNode tree(byte[] json) {
        return MAPPER.readTree(json);
    }

    private static String versioned(String type) {
        return type.contains(".v") ? type : type + ".v1";
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(System.getProperty("contracts.home"), "events", file));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
