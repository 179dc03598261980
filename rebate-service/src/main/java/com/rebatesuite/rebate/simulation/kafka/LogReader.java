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

/** Reads topics from their beginning to where they end at the start, in no group, only what was committed. */
final class LogReader {

    private final Map<String, Object> settings;
    private final Duration patience;

    LogReader(String brokers, Duration patience) {
        this.patience = patience;
        this.settings = Map.of(
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
                (int) patience.toMillis(),
                // Never longer than the one above.
                ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) Math.min(patience.toMillis(), 30_000));
    }

    /**
     * Hands over every record, in the order in which they were recorded.
     *
     * @throws FactsUnavailable when the broker gives nothing for too long though there is more
     * @throws SimulationStopped when the thread was interrupted
     */
    void read(List<String> topics, Consumer<byte[]> reader) {
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            new Merge(consumer, partitions(consumer, topics), patience).read(reader);
        } catch (InterruptException stopped) {
            // The status stays: whoever owns the thread ends it.
            throw new SimulationStopped();
        } catch (KafkaException away) {
            throw new FactsUnavailable("the topics " + String.join(", ", topics) + " cannot be read", away);
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer, List<String> topics) {
        return topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }
}
