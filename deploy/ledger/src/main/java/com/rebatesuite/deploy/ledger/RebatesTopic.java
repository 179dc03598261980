package com.rebatesuite.deploy.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The log of the ledger from its beginning to its end of the moment: only what was committed. */
final class RebatesTopic implements AutoCloseable {

    private static final String TOPIC = "rebates";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;

    RebatesTopic(String brokers) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        brokers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5_000,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        (int) PATIENCE.toMillis()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        partitions = consumer.partitionsFor(TOPIC).stream()
                .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /**
     * Hands over what has come since the last call.
     *
     * @throws IllegalStateException when the broker gives nothing for half a minute though there is more
     */
    void read(BiConsumer<String, byte[]> reader) {
        var ends = consumer.endOffsets(partitions);
        var silentSince = System.nanoTime();
        while (partitions.stream()
                .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
            var records = consumer.poll(Duration.ofSeconds(1));
            records.forEach(record -> reader.accept(String.valueOf(record.key()), record.value()));
            silentSince = records.isEmpty() ? silentSince : System.nanoTime();
            if (System.nanoTime() - silentSince > PATIENCE.toNanos()) {
                throw new IllegalStateException("the topic " + TOPIC + " gives nothing for " + PATIENCE);
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
