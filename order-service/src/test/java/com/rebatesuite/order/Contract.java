package com.rebatesuite.order;

import static org.assertj.core.api.Assertions.assertThat;

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

    /** Writes as the application does. */
    public static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private static final String EVENT_ID = "019b76da-a800-7000-8000-0000000000ff";

    private Contract() {}

    /** The bytes of an event's example. */
    public static byte[] example(String type) {
        return read(type + ".example.json");
    }

    /** Fails unless the message, in its envelope, is the example of its type and fits its schema. */
    public static void assertIsTheExample(OutboxMessage message) {
        var sent = envelope(message);

        assertThat(JSON.readTree(sent)).isEqualTo(JSON.readTree(example(message.type())));
        assertFitsTheSchema(message.type(), sent);
    }

    /** The message as it is sent. */
    public static String envelope(OutboxMessage message) {
        return JSON.writeValueAsString(CloudEvent.of(
                EVENT_ID, "/order-service", message.type(), message.time(), message.subject(), message.data()));
    }

    /** Fails unless the event fits the schema of its type. */
    public static void assertFitsTheSchema(String type, String event) {
        var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(SchemaLocation.of(file(type + ".schema.json").toUri().toString()));
        assertThat(schema.validate(
                        event,
                        InputFormat.JSON,
                        context -> context.getExecutionConfig().setLocale(Locale.ROOT)))
                .isEmpty();
    }

    private static byte[] read(String file) {
        try {
            return Files.readAllBytes(file(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(String name) {
        return Path.of(System.getProperty("contracts.home"), "events", name);
    }
}
