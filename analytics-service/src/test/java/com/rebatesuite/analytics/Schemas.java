package com.rebatesuite.analytics;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.util.List;
import java.util.Objects;

/** Holds events against the schemas of contracts/. */
public final class Schemas {

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig FORMATS_ARE_ASSERTED =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private Schemas() {}

    /** What the schema of the type has against the event; empty when nothing. */
    public static List<String> complaints(String type, byte[] event) {
        var schema = FACTORY.getSchema(
                SchemaLocation.of(
                        Examples.file("events/" + type + ".schema.json").toUri().toString()),
                FORMATS_ARE_ASSERTED);
        return schema.validate(new String(event, java.nio.charset.StandardCharsets.UTF_8), InputFormat.JSON).stream()
                .map(message -> Objects.toString(message.getMessage()))
                .toList();
    }
}
