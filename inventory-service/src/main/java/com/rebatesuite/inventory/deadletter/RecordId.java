package com.rebatesuite.inventory.deadletter;

import java.util.regex.Pattern;

/** Where a record is in Kafka; written {@code topic:partition:offset}, as no topic can have a colon in its name. */
public record RecordId(String topic, int partition, long offset) {

    /** The header of a record that was put back: where it was at first, as that is its identity. */
    public static final String REPLAY_OF = "replay-of";

    private static final Pattern WRITTEN = Pattern.compile("([A-Za-z0-9._-]{1,249}):(\\d{1,9}):(\\d{1,18})");

    public RecordId {
        if (partition < 0 || offset < 0) {
            throw new IllegalArgumentException(
                    "partition " + partition + ", offset " + offset + " (expected: 0 or more)");
        }
    }

    /**
     * Reads what {@link #toString()} writes.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static RecordId parse(String text) {
        var written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw new IllegalArgumentException("record: " + text + " (expected: topic:partition:offset)");
        }
        return new RecordId(written.group(1), Integer.parseInt(written.group(2)), Long.parseLong(written.group(3)));
    }

    @Override
    public String toString() {
        return topic + ":" + partition + ":" + offset;
    }
}
