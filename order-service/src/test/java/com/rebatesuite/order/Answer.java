package com.rebatesuite.order;

import java.net.http.HttpHeaders;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** An HTTP answer as a test looks at it. */
public record Answer(int status, HttpHeaders headers, JsonNode body) {

    /** A text of the body. */
    public String text(String field) {
        return body.path(field).asString();
    }

    /** An id of the body. */
    public UUID id(String field) {
        return UUID.fromString(text(field));
    }

    /** A header, empty if absent. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
