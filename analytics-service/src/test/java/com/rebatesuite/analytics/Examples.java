package com.rebatesuite.analytics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The examples of contracts/, and JSON as the service writes it. */
public final class Examples {

    /** Set up as platform.yaml does. */
    public static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .changeDefaultPropertyInclusion(inclusion ->
                    inclusion.withValueInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
            .build();

    private Examples() {}

    /** The example of a type such as {@code order-paid.v1}. */
    public static ObjectNode example(String type) {
        return (ObjectNode) read("events/" + type + ".example.json");
    }

    /** A file of contracts/. */
    public static JsonNode read(String file) {
        return JSON.readTree(file(file).toFile());
    }

    /** Where a file of contracts/ is. */
    public static Path file(String file) {
        return Path.of(System.getProperty("contracts.home"), file);
    }

    /** The text of a file of contracts/. */
    public static String text(String file) {
        try {
            return Files.readString(file(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
