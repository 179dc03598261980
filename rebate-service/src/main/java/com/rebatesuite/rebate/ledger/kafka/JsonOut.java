package com.rebatesuite.rebate.ledger.kafka;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes what contracts are made of: what is not there is not written, money is an object of its own. */
record JsonOut(JsonGenerator json) {

    /** Nothing at all when there is nothing. */
    void text(String name, @Nullable Object value) {
        if (value != null) {
            json.writeStringProperty(name, value.toString());
        }
    }

    void number(String name, long value) {
        json.writeNumberProperty(name, value);
    }

    void numberIfAny(String name, long value) {
        if (value != 0) {
            number(name, value);
        }
    }

    void flag(String name, boolean value) {
        json.writeBooleanProperty(name, value);
    }

    void money(String name, String currency, long minor) {
        json.writeObjectPropertyStart(name);
        text("currency", currency);
        number("minor", minor);
        json.writeEndObject();
    }

    <T> void object(String name, T value, Consumer<T> fields) {
        json.writeObjectPropertyStart(name);
        fields.accept(value);
        json.writeEndObject();
    }

    <T> void array(String name, List<T> values, Consumer<T> fields) {
        json.writeArrayPropertyStart(name);
        for (var value : values) {
            json.writeStartObject();
            fields.accept(value);
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
