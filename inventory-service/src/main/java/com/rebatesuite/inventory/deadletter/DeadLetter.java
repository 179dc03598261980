package com.rebatesuite.inventory.deadletter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that its consumer could not handle, without its content.
 *
 * @param id where it is kept
 * @param original where it was when it could not be handled; where it is now if nobody knows
 * @param firstPlace where it was at first, which is its identity: another place if it has been put back before
 * @param at when it became a dead letter
 * @param reason what is wrong with it
 * @param exception the failure's class
 * @param key by which it is ordered, or null if it has none
 * @param valueBytes how large its value is, −1 if it has none
 */
public record DeadLetter(
        RecordId id,
        RecordId original,
        RecordId firstPlace,
        Instant at,
        String reason,
        String exception,
        @Nullable Payload key,
        int valueBytes) {

    /** Whether it is known where it came from, and so where it can be put back to. */
    public boolean hasOrigin() {
        return !original.topic().equals(id.topic());
    }
}
