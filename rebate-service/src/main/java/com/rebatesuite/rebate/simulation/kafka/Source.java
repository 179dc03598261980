package com.rebatesuite.rebate.simulation.kafka;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** One partition up to its end (exclusive), with the records of it that are at hand. */
final class Source {

    /** Between records of one millisecond the rank of their partitions decides. */
    static final Comparator<Source> EARLIEST = Comparator.<Source>comparingLong(
                    source -> source.records.element().timestamp())
            .thenComparingInt(source -> source.rank);

    private final TopicPartition partition;
    private final int rank;
    private final long end;
    private final Queue<ConsumerRecord<byte[], byte[]>> records = new ArrayDeque<>();

    Source(TopicPartition partition, int rank, long end) {
        this.partition = partition;
        this.rank = rank;
        this.end = end;
    }

    TopicPartition partition() {
        return partition;
    }

    long end() {
        return end;
    }

    void take(List<ConsumerRecord<byte[], byte[]>> more) {
        more.stream().filter(record -> record.offset() < end).forEach(records::add);
    }

    boolean has() {
        return !records.isEmpty();
    }

    ConsumerRecord<byte[], byte[]> next() {
        return records.remove();
    }
}
