package com.rebatesuite.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The HTTP interface is what contracts/openapi says; {@code -Dcontracts.update=true} writes it down anew. */
class OpenApiIT extends ServiceIT {

    private static final String FILE = "openapi/analytics-service.json";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Test
    void isAsWrittenDown() throws Exception {
        var served = normalised(JSON.readTree(get("/v3/api-docs", "").body()));
        if (Boolean.getBoolean("contracts.update")) {
            Files.writeString(Examples.file(FILE), JSON.writeValueAsString(served) + "\n");
        }

        assertThat(served).isEqualTo(JSON.readTree(Examples.text(FILE)));
    }

    /** Without the server's address, which is another one every time; with sorted keys. */
    private static JsonNode normalised(JsonNode api) {
        ((ObjectNode) api).remove("servers");
        return sorted(api);
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isArray()) {
            var array = JSON.createArrayNode();
            node.forEach(element -> array.add(sorted(element)));
            return array;
        }
        if (!node.isObject()) {
            return node;
        }
        var object = JSON.createObjectNode();
        node.propertyNames().stream().sorted().forEach(name -> object.set(name, sorted(node.path(name))));
        return object;
    }
}
