package com.rebatesuite.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.rebatesuite.platform.event.CloudEvent;
import com.rebatesuite.platform.outbox.OutboxMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The files of contracts/events. */
public final class Contract {

    /** Writes and reads as the application does. */
    public static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private static final String EVENT_ID = "019b76da-a800-7000-8000-0000000000ff";

    private Contract() {}

    /** The bytes of an event's example. */
    public static byte[] example(String type) {
        try {
            return Files.readAllBytes(file(type + ".example.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails unless the message, in its envelope, is the example of its type and fits its schema. */
    public static void assertIsTheExample(OutboxMessage message) {
        assertThat(JSON.readTree(sent(message))).isEqualTo(JSON.readTree(example(message.type())));
        assertFitsTheSchema(message);
    }

    /** Fails unless the message fits the schema of its type. */
    public static void assertFitsTheSchema(OutboxMessage message) {
        var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(SchemaLocation.of(
                        file(message.type() + ".schema.json").toUri().toString()));
        assertThat(schema.validate(
                        sent(message),
                        InputFormat.JSON,
                        context -> context.getExecutionConfig().setLocale(Locale.ROOT)))
                .isEmpty();
    }

    private static String sent(OutboxMessage message) {
        return JSON.writeValueAsString(CloudEvent.of(
                EVENT_ID, "/inventory-service", message.type(), message.time(), message.subject(), message.data()));
    }

    private static Path file(String name) {
        return Path.of(System.getProperty("contracts.home"), "events", name);
    }
}
