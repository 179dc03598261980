package com.rebatesuite.rebate.simulation.kafka;

import com.rebatesuite.rebate.simulation.FactsUnavailable;
import com.rebatesuite.rebate.simulation.SimulationStopped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic from its beginning to where it ends at the start, in no group, only what was committed. */
final class LogReader {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Map<String, Object> settings;

    LogReader(String brokers) {
        settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                brokers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                1_000,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) PATIENCE.toMillis());
    }

    /**
     * Hands over every record.
     *
     * @throws FactsUnavailable when the broker gives nothing for half a minute though there is more
     * @throws SimulationStopped when the thread was interrupted
     */
    void read(String topic, Consumer<byte[]> reader) {
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            read(consumer, topic, reader);
        } catch (InterruptException stopped) {
            // The status stays: whoever owns the thread ends it.
            throw new SimulationStopped();
        } catch (KafkaException away) {
            throw new FactsUnavailable("the topic " + topic + " cannot be read", away);
        }
    }

    private static void read(KafkaConsumer<byte[], byte[]> consumer, String topic, Consumer<byte[]> reader) {
        var partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        var silentSince = System.nanoTime();
        while (moreIn(consumer, partitions, ends)) {
            var records = consumer.poll(POLL);
            records.forEach(record -> reader.accept(record.value()));
            silentSince = records.isEmpty() ? silentSince : System.nanoTime();
            if (System.nanoTime() - silentSince > PATIENCE.toNanos()) {
                throw new KafkaException("nothing came for " + PATIENCE);
            }
        }
    }

    private static boolean moreIn(
            KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions, Map<TopicPartition, Long> ends) {
        if (Thread.currentThread().isInterrupted()) {
            throw new SimulationStopped();
        }
        return partitions.stream()
                .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L));
    }
}
