package com.rebatesuite.contracts;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.SortedMap;
import java.util.TreeMap;

/** The committed record of every property that has ever been promised: {@code compatibility.lock.json}. */
final class Lock {

    static final String FILE = "compatibility.lock.json";

    private Lock() {}

    static SortedMap<String, SortedMap<String, Property>> read() {
        var recorded = new TreeMap<String, SortedMap<String, Property>>();
        if (Files.exists(Contracts.file(FILE))) {
            Contracts.json(FILE)
                    .properties()
                    .forEach(schema -> recorded.put(schema.getKey(), properties(schema.getValue())));
        }
        return recorded;
    }

    private static SortedMap<String, Property> properties(JsonNode schema) {
        var properties = new TreeMap<String, Property>();
        schema.properties().forEach(entry -> properties.put(entry.getKey(), property(entry.getValue())));
        return properties;
    }

    private static Property property(JsonNode node) {
        var allowed = new ArrayList<String>();
        node.path("allowed").forEach(value -> allowed.add(value.asText()));
        return new Property(node.path("type").asText(), node.path("required").asBoolean(), allowed);
    }

    static SortedMap<String, SortedMap<String, Property>> now() {
        var now = new TreeMap<String, SortedMap<String, Property>>();
        Contracts.schemas().forEach((type, schema) -> now.put(type, Property.of(schema)));
        return now;
    }

    static void write(SortedMap<String, SortedMap<String, Property>> schemas) {
        var root = Contracts.JSON.createObjectNode();
        schemas.forEach((type, properties) -> {
            var schema = root.putObject(type);
            properties.forEach((path, property) -> {
                var node = schema.putObject(path).put("type", property.type()).put("required", property.required());
                if (!property.allowed().isEmpty()) {
                    property.allowed().forEach(node.putArray("allowed")::add);
                }
            });
        });
        var printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        try {
            Files.writeString(
                    Contracts.file(FILE), Contracts.JSON.writer(printer).writeValueAsString(root) + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
