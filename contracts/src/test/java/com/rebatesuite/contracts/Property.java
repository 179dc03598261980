package com.rebatesuite.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One property of a schema as consumers rely on it.
 *
 * @param type JSON type, with its format where it has one
 * @param required whether it is always there, when what it is in is there
 * @param allowed the only values it may have; empty when it is not restricted
 */
record Property(String type, boolean required, List<String> allowed) {

    Property {
        allowed = allowed.stream().sorted().toList();
    }

    /** All properties of a schema by path, such as {@code data.lines[].sku}. */
    static SortedMap<String, Property> of(JsonNode schema) {
        var properties = new TreeMap<String, Property>();
        collect("", schema, properties);
        return properties;
    }

    private static void collect(String path, JsonNode schema, Map<String, Property> into) {
        schema.path("properties").properties().forEach(entry -> {
            var below = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
            into.put(below, property(entry.getValue(), isRequired(schema, entry.getKey())));
            collect(below, entry.getValue(), into);
        });
        if (schema.has("items")) {
            into.put(path + "[]", property(schema.path("items"), true));
            collect(path + "[]", schema.path("items"), into);
        }
    }

    private static Property property(JsonNode schema, boolean required) {
        return new Property(typeOf(schema), required, allowedBy(schema));
    }

    private static String typeOf(JsonNode schema) {
        var type = schema.has("const") ? typeOfConstant(schema.path("const")) : names(schema.path("type"));
        return schema.has("format") ? type + " " + schema.path("format").asText() : type;
    }

    private static String typeOfConstant(JsonNode constant) {
        return constant.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String names(JsonNode type) {
        if (!type.isArray()) {
            return type.asText("any");
        }
        var names = new ArrayList<String>();
        type.forEach(name -> names.add(name.asText()));
        Collections.sort(names);
        return String.join("|", names);
    }

    private static List<String> allowedBy(JsonNode schema) {
        if (schema.has("const")) {
            return List.of(schema.path("const").asText());
        }
        var allowed = new ArrayList<String>();
        schema.path("enum").forEach(value -> allowed.add(value.asText()));
        return allowed;
    }

    private static boolean isRequired(JsonNode schema, String name) {
        for (var required : schema.path("required")) {
            if (required.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
