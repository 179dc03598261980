package com.rebatesuite.analytics;

import com.rebatesuite.deploy.backends.Backends;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What is on a topic. */
final class Records {

    private Records() {}

    /** All records that the topic has by now. */
    static List<ConsumerRecord<String, byte[]>> of(String topic) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = atTheBeginning(topic)) {
            var ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    /** All records of the topic, once there are as many as wanted or the time is over. */
    static List<ConsumerRecord<String, byte[]>> of(String topic, int wanted, Duration patience) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = atTheBeginning(topic)) {
            var end = Instant.now().plus(patience);
            while (records.size() < wanted && Instant.now().isBefore(end)) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    private static KafkaConsumer<String, byte[]> atTheBeginning(String topic) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", Backends.kafka().bootstrapServers(), "isolation.level", "read_committed");
        var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }
}
