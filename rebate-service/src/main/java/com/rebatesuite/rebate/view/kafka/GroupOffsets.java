package com.rebatesuite.rebate.view.kafka;

import com.rebatesuite.rebate.view.Offsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Asks Kafka how far groups are and where a topic ends. */
final class GroupOffsets implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 10;

    private final Admin admin;

    GroupOffsets(Map<String, Object> settings) {
        this.admin = Admin.create(settings);
    }

    Offsets committed(String group) {
        var committed = answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        return new Offsets(committed.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .collect(Collectors.toMap(
                        entry -> entry.getKey().partition(),
                        entry -> entry.getValue().offset())));
    }

    Offsets end(String topic) {
        var latest = answer(admin.describeTopics(List.of(topic)).allTopicNames()).values().stream()
                .flatMap(described -> described.partitions().stream())
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        var ends = answer(admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all());
        return new Offsets(ends.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().partition(),
                        entry -> entry.getValue().offset())));
    }

    @Override
    public void close() {
        admin.close();
    }

    private static <T> T answer(KafkaFuture<T> asked) {
        try {
            return asked.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new KafkaException("stopped while asking Kafka", stopped);
        } catch (ExecutionException | TimeoutException failed) {
            throw new KafkaException("Kafka does not answer", failed);
        }
    }
}
