package com.rebatesuite.inventory.outside.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of a JSON object, each as what it has to be: else an error says what it is and what was expected. */
final class Fields {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2099-12-31T23:59:59.999Z");
    private static final String INSTANT =
            "ISO 8601 with an offset, or seconds or milliseconds since 1970 as a number, from 2000 to 2099";

    // 11 digits of milliseconds end in 1973, of seconds in 5138: nobody means either.
    private static final long FEWEST_MILLIS = 100_000_000_000L;
    private static final int SHOWN = 100;

    private final JsonNode object;

    private Fields(JsonNode object) {
        this.object = object;
    }

    static Fields of(JsonNode record) {
        if (!record.isObject()) {
            throw new IllegalArgumentException("record: " + shown(record) + " (expected: a JSON object)");
        }
        return new Fields(record);
    }

    String text(String name, int maxLength) {
        var text = optionalText(name, maxLength);
        if (text == null) {
            throw wrong(name, "a string");
        }
        return text;
    }

    @Nullable String optionalText(String name, int maxLength) {
        var node = object.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isString() || !isReadable(node.stringValue(), maxLength)) {
            throw wrong(name, "a string of 1 to " + maxLength + " characters that are not blank or control characters");
        }
        return node.stringValue();
    }

    @Nullable String optionalName(String name, String pattern) {
        var text = optionalText(name, 32);
        if (text != null && !text.matches(pattern)) {
            throw wrong(name, pattern);
        }
        return text;
    }

    long wholeNumber(String name) {
        var node = object.path(name);
        if (!node.isNumber() || !node.canConvertToExactIntegral() || !node.canConvertToLong()) {
            throw wrong(name, "a whole number");
        }
        return node.decimalValue().longValueExact();
    }

    Instant instant(String name) {
        try {
            var node = object.path(name);
            var instant = node.isString()
                    ? OffsetDateTime.parse(node.stringValue()).toInstant()
                    : sinceEpoch(wholeNumber(name));
            if (!instant.isBefore(EARLIEST) && !instant.isAfter(LATEST)) {
                return instant;
            }
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            // Said below, like an instant that nobody can mean.
        }
        throw wrong(name, INSTANT);
    }

    private static Instant sinceEpoch(long number) {
        return Math.abs(number) < FEWEST_MILLIS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
    }

    /** What PostgreSQL and UTF-8 can store, and people can see. */
    private static boolean isReadable(String text, int maxLength) {
        return !text.isBlank()
                && text.length() <= maxLength
                && text.codePoints().noneMatch(Character::isISOControl)
                && UTF_8.newEncoder().canEncode(text);
    }

    private IllegalArgumentException wrong(String name, String expected) {
        return new IllegalArgumentException(name + ": " + shown(object.path(name)) + " (expected: " + expected + ")");
    }

    private static String shown(JsonNode node) {
        var text = node.isMissingNode() ? "missing" : node.toString();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
