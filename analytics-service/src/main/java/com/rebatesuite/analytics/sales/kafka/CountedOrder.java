package com.rebatesuite.analytics.sales.kafka;

import java.time.Instant;
import java.util.Arrays;

/** Which events of an order have been counted, and when the last one came. Sequences are few, and kept sorted. */
final class CountedOrder {

    private final Instant lastCame;
    private final long[] sequences;

    CountedOrder(Instant lastCame, long... sequences) {
        this.lastCame = lastCame;
        this.sequences = sequences;
    }

    boolean has(long sequence) {
        return Arrays.binarySearch(sequences, sequence) >= 0;
    }

    CountedOrder plus(long sequence, Instant came) {
        var more = Arrays.copyOf(sequences, sequences.length + 1);
        more[sequences.length] = sequence;
        Arrays.sort(more);
        return new CountedOrder(came, more);
    }

    Instant lastCame() {
        return lastCame;
    }

    long[] sequences() {
        return sequences.clone();
    }
}
