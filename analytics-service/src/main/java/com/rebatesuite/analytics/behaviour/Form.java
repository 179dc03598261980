package com.rebatesuite.analytics.behaviour;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields that somebody filled in, and what is wrong with them. */
final class Form {

    private static final int SHOWN = 64;

    private final Map<?, ?> fields;
    private final List<String> complaints = new ArrayList<>();

    Form(Map<?, ?> fields) {
        this.fields = fields;
    }

    /** What is wrong with the fields asked for so far. */
    List<String> complaints() {
        return complaints;
    }

    void complain(String field, @Nullable Object value, String expected) {
        var shown = String.valueOf(value);
        var cut = shown.length() > SHOWN ? shown.substring(0, SHOWN) + "…" : shown;
        complaints.add(field + ": " + cut + " (expected: " + expected + ")");
    }

    /** The text, or an empty one and a complaint. */
    String text(String field, int maxLength) {
        var value = fields.get(field);
        if (value instanceof String text && !text.isBlank() && text.length() <= maxLength) {
            return text;
        }
        complain(field, value, "a text of 1.." + maxLength + " characters");
        return "";
    }

    @Nullable String optionalText(String field, int maxLength) {
        return fields.get(field) == null ? null : text(field, maxLength);
    }

    /** The whole number from 1 on, or 1 and a complaint. */
    int number(String field, int max) {
        var value = fields.get(field);
        if (value instanceof Integer number && number >= 1 && number <= max) {
            return number;
        }
        complain(field, value, "a whole number of 1.." + max);
        return 1;
    }

    /** The instant, or null and a complaint. */
    @Nullable Instant instant(String field) {
        var value = fields.get(field);
        try {
            return Instant.parse(String.valueOf(value));
        } catch (DateTimeParseException none) {
            complain(field, value, "an instant such as 2026-01-05T10:15:30Z");
            return null;
        }
    }
}
