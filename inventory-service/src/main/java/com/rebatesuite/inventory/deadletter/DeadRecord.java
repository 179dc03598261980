package com.rebatesuite.inventory.deadletter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dead letter with all of its content, byte for byte as it came. */
public record DeadRecord(DeadLetter letter, @Nullable Payload value, List<Header> headers) {

    public DeadRecord {
        headers = List.copyOf(headers);
    }

    /** A header, those included that say what went wrong. */
    public record Header(String name, @Nullable Payload value) {}
}
