package com.rebatesuite.rebate.simulation.kafka;

import com.rebatesuite.rebate.simulation.SimulationStopped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Many partitions as one log: the next record is the earliest of the first of each. So a budget is drawn from, and a coupon
 * is there, in about the order in which the ledger saw it, and a second reading finds the same.
 */
final class Merge {

    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Duration patience;
    private final List<Source> sources = new ArrayList<>();
    private final PriorityQueue<Source> ready = new PriorityQueue<>(Source.EARLIEST);
    private final Set<Source> hungry = new HashSet<>();

    Merge(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions, Duration patience) {
        this.consumer = consumer;
        this.patience = patience;
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        consumer.endOffsets(partitions)
                .forEach((partition, end) -> sources.add(new Source(partition, partitions.indexOf(partition), end)));
    }

    void read(Consumer<byte[]> reader) {
        sources.forEach(this::sort);
        while (!ready.isEmpty() || !hungry.isEmpty()) {
            if (hungry.isEmpty()) {
                var source = ready.remove();
                reader.accept(source.next().value());
                sort(source);
            } else {
                feed();
            }
        }
    }

    /** One of which nothing is at hand keeps all others waiting: its next record may be the earliest. */
    private void sort(Source source) {
        if (source.has()) {
            ready.add(source);
        } else if (consumer.position(source.partition()) < source.end()) {
            hungry.add(source);
        }
    }

    private void feed() {
        consumer.pause(consumer.assignment());
        consumer.resume(hungry.stream().map(Source::partition).toList());
        long since = System.nanoTime();
        while (!fed()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new SimulationStopped();
            }
            if (System.nanoTime() - since > patience.toNanos()) {
                throw new TimeoutException("nothing came for " + patience);
            }
        }
    }

    /** Whether that brought one of the hungry any further. */
    private boolean fed() {
        var records = consumer.poll(POLL);
        hungry.forEach(source -> source.take(records.records(source.partition())));
        var before = List.copyOf(hungry);
        hungry.clear();
        before.forEach(this::sort);
        return hungry.size() < before.size();
    }
}
