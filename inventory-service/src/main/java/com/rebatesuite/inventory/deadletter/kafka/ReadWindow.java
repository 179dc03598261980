package com.rebatesuite.inventory.deadletter.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads stretches of partitions and nothing else, within a time. */
final class ReadWindow {

    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Duration limit;

    ReadWindow(KafkaConsumer<byte[], byte[]> consumer, Duration limit) {
        this.consumer = consumer;
        this.limit = limit;
    }

    /** Offsets from the first one to before the second one. */
    record Window(long from, long to) {}

    /**
     * Gives each record of these windows away, in the order of its partition.
     *
     * @throws TimeoutException if they cannot be read in time
     */
    void read(Map<TopicPartition, Window> windows, Consumer<ConsumerRecord<byte[], byte[]>> to) {
        consumer.assign(windows.keySet());
        windows.forEach((partition, window) -> consumer.seek(partition, window.from()));
        long deadline = System.nanoTime() + limit.toNanos();
        while (!isRead(windows)) {
            if (System.nanoTime() - deadline > 0) {
                throw new TimeoutException("dead letters of " + windows.keySet() + " within " + limit);
            }
            for (var record : consumer.poll(POLL)) {
                var window = windows.get(new TopicPartition(record.topic(), record.partition()));
                if (window != null && record.offset() < window.to()) {
                    to.accept(record);
                }
            }
        }
    }

    /** Partitions that are read wait for the others, so that nobody reads on behind them. */
    private boolean isRead(Map<TopicPartition, Window> windows) {
        var done = windows.entrySet().stream()
                .filter(window ->
                        consumer.position(window.getKey()) >= window.getValue().to())
                .map(Map.Entry::getKey)
                .toList();
        consumer.pause(done);
        return done.size() == windows.size();
    }
}
