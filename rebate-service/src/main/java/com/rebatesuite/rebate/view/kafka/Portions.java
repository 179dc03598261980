package com.rebatesuite.rebate.view.kafka;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A poll cut into what is read and written at once: recordings of large orders are a thousand times larger than others. */
final class Portions {

    private static final int MOST_BYTES = 2 << 20;

    private Portions() {}

    /** In the same order; none is empty, and none but one of a single record has more bytes than it may. */
    static <K> List<List<ConsumerRecord<K, byte[]>>> of(List<ConsumerRecord<K, byte[]>> records) {
        var portions = new ArrayList<List<ConsumerRecord<K, byte[]>>>();
        int from = 0;
        long bytes = 0;
        for (int i = 0; i < records.size(); i++) {
            int size = size(records.get(i).value());
            if (i > from && bytes + size > MOST_BYTES) {
                portions.add(records.subList(from, i));
                from = i;
                bytes = 0;
            }
            bytes += size;
        }
        if (from < records.size()) {
            portions.add(records.subList(from, records.size()));
        }
        return portions;
    }

    private static int size(byte @Nullable [] value) {
        return value == null ? 0 : value.length;
    }
}
