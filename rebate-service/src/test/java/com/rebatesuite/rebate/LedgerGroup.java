package com.rebatesuite.rebate;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** What Kafka knows of the replicas of the ledger together. */
final class LedgerGroup implements AutoCloseable {

    private static final String GROUP = "rebate-ledger";
    private static final int PARTITIONS = 6;

    private final Admin admin;

    LedgerGroup(String brokers) {
        admin = Admin.create(Map.of("bootstrap.servers", brokers));
    }

    /** Whether so many replicas share the work, each with some of it. */
    boolean isSharedBy(int replicas) {
        var group = get(admin.describeConsumerGroups(List.of(GROUP)).all()).get(GROUP);
        var members = requireNonNull(group).members();
        return members.size() == replicas
                && members.stream()
                        .noneMatch(
                                member -> member.assignment().topicPartitions().isEmpty());
    }

    /** Whether everything on the topic is behind the ledger. */
    boolean hasRead(String topic) {
        var done = get(admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata());
        return ends(topic).entrySet().stream().allMatch(end -> {
            var offset = done.get(end.getKey());
            return (offset == null ? 0 : offset.offset()) >= end.getValue();
        });
    }

    /** Whether nothing was ever written to the topic. */
    boolean isUntouched(String topic) {
        return ends(topic).values().stream().allMatch(end -> end == 0);
    }

    @Override
    public void close() {
        admin.close();
    }

    private Map<TopicPartition, Long> ends(String topic) {
        var latest = IntStream.range(0, PARTITIONS)
                .boxed()
                .collect(Collectors.toMap(
                        partition -> new TopicPartition(topic, partition), partition -> OffsetSpec.latest()));
        return get(admin.listOffsets(latest).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
