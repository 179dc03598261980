package com.rebatesuite.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of contracts/. */
final class Contracts {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Path HOME = Path.of(System.getProperty("contracts.home", "."));
    private static final String SCHEMA = ".schema.json";
    private static final String EXAMPLE = ".example.json";

    private Contracts() {}

    static Path file(String name) {
        return HOME.resolve(name);
    }

    /** Types such as {@code order-paid.v1} that have a schema. */
    static List<String> types() {
        return namesWithout(SCHEMA, "events");
    }

    /** Names such as {@code stock-movement} of what others write to us. */
    static List<String> plain() {
        return namesWithout(SCHEMA, "plain");
    }

    /** Types that have an example. */
    static List<String> typesWithExample() {
        return namesWithout(EXAMPLE, "events");
    }

    static JsonNode schema(String type) {
        return json("events/" + type + SCHEMA);
    }

    static JsonNode example(String type) {
        return json("events/" + type + EXAMPLE);
    }

    static SortedMap<String, JsonNode> schemas() {
        var schemas = new TreeMap<String, JsonNode>();
        types().forEach(type -> schemas.put(type, schema(type)));
        return schemas;
    }

    /** The topics by name. */
    static SortedMap<String, JsonNode> topics() {
        var topics = new TreeMap<String, JsonNode>();
        json("topics.json")
                .path("topics")
                .forEach(topic -> topics.put(topic.path("name").asText(), topic));
        return topics;
    }

    static JsonNode json(String name) {
        try {
            return JSON.readTree(file(name).toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String text(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Every file in events/ is a schema or an example; anything else is a mistake in a name. */
    static List<String> strayFiles() {
        return files("events").stream()
                .filter(name -> !name.endsWith(SCHEMA) && !name.endsWith(EXAMPLE))
                .toList();
    }

    private static List<String> namesWithout(String ending, String folder) {
        return files(folder).stream()
                .filter(name -> name.endsWith(ending))
                .map(name -> name.substring(0, name.length() - ending.length()))
                .sorted()
                .toList();
    }

    private static List<String> files(String folder) {
        try (Stream<Path> files = Files.list(file(folder))) {
            return files.map(path -> path.toFile().getName()).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
