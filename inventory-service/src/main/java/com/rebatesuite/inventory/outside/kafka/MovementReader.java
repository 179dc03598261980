package com.rebatesuite.inventory.outside.kafka;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.outside.OutsideMovement;
import com.rebatesuite.platform.messaging.MalformedEvent;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads contracts/plain/stock-movement: strictly, as nobody can be asked what a wrong number was to mean. */
final class MovementReader {

    private static final String NAME = "[a-z0-9][a-z0-9-]{0,31}";

    private final ObjectReader json;

    MovementReader(JsonMapper mapper) {
        // Two quantities in one record: which of them is meant?
        json = mapper.reader().with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
    }

    /** @throws MalformedEvent naming the field, its value and what was expected */
    OutsideMovement read(byte[] record) {
        try {
            return movement(Fields.of(json.readTree(record)));
        } catch (JacksonException unreadable) {
            throw new MalformedEvent("record: not JSON: " + unreadable.getOriginalMessage(), unreadable);
        } catch (IllegalArgumentException wrong) {
            throw new MalformedEvent(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private static OutsideMovement movement(Fields fields) {
        long quantityChange = fields.wholeNumber("quantity_change");
        return new OutsideMovement(
                new LevelKey(
                        fields.text("product_id", 64),
                        Objects.requireNonNullElse(fields.optionalName("location", NAME), LevelKey.MAIN)),
                quantityChange,
                OutsideMovement.reason(fields.optionalText("reason", 32), quantityChange),
                fields.instant("timestamp"),
                Objects.requireNonNullElse(fields.optionalName("source", NAME), OutsideMovement.SOMEBODY),
                fields.optionalText("external_id", 128),
                fields.optionalText("reference", 200));
    }
}
