package com.rebatesuite.inventory.deadletter.kafka;

import static java.util.stream.Collectors.toMap;

import com.rebatesuite.inventory.deadletter.DeadLetter;
import com.rebatesuite.inventory.deadletter.DeadLetters;
import com.rebatesuite.inventory.deadletter.DeadRecord;
import com.rebatesuite.inventory.deadletter.DeadTopic;
import com.rebatesuite.inventory.deadletter.LetterPage;
import com.rebatesuite.inventory.deadletter.LetterPage.End;
import com.rebatesuite.inventory.deadletter.Payload;
import com.rebatesuite.inventory.deadletter.RecordId;
import com.rebatesuite.inventory.deadletter.kafka.ReadWindow.Window;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/** Reads dead letters with a consumer that lives as long as the question, and belongs to no group. */
@Component
class KafkaDeadLetters implements DeadLetters {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int ONE_MEBIBYTE = 1 << 20;

    // A consumer is a few connections and buffers: enough for the people who look, whatever they click.
    private static final BulkheadConfig FEW =
            BulkheadConfig.custom().maxConcurrentCalls(2).maxWaitDuration(LIMIT).build();

    private final DeadTopics topics;
    private final Map<String, Object> settings;
    private final KafkaTemplate<byte[], byte[]> producer;
    private final Bulkhead readers = Bulkhead.of("dead-letters", FEW);

    KafkaDeadLetters(DeadTopics topics, KafkaProperties kafka, KafkaTemplate<byte[], byte[]> producer) {
        this.topics = topics;
        this.producer = producer;
        this.settings = kafka.buildConsumerProperties();
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) LIMIT.toMillis());
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, ONE_MEBIBYTE);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 4 * ONE_MEBIBYTE);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    }

    @Override
    public List<DeadTopic> topics() {
        return asking(consumer -> topics.sources().entrySet().stream()
                .map(topic -> new DeadTopic(topic.getKey(), topic.getValue(), records(consumer, topic.getKey())))
                .toList());
    }

    @Override
    public LetterPage newest(String topic, Map<Integer, Long> before, int limit) {
        topics.require(topic);
        return asking(consumer -> LetterPage.merged(ends(consumer, topic, before, limit), limit));
    }

    @Override
    public Optional<DeadRecord> find(RecordId id) {
        topics.require(id.topic());
        return asking(consumer -> find(consumer, id));
    }

    @Override
    public RecordId putBack(DeadRecord dead, @Nullable Payload value) {
        try {
            var sent = producer.send(DeadRecords.back(dead, value)).get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            var place = sent.getRecordMetadata();
            return new RecordId(place.topic(), place.partition(), place.offset());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new DeadLettersUnavailable(stop);
        } catch (ExecutionException | TimeoutException | RuntimeException failed) {
            throw new DeadLettersUnavailable(failed);
        }
    }

    private static Optional<DeadRecord> find(KafkaConsumer<byte[], byte[]> consumer, RecordId id) {
        var partition = new TopicPartition(id.topic(), id.partition());
        if (!partitions(consumer, id.topic()).contains(partition)) {
            return Optional.empty();
        }
        var kept = kept(consumer, List.of(partition)).get(partition);
        if (kept == null || id.offset() < kept.from() || id.offset() >= kept.to()) {
            return Optional.empty();
        }
        var found = new ArrayList<DeadRecord>(1);
        new ReadWindow(consumer, LIMIT)
                .read(
                        Map.of(partition, new Window(id.offset(), id.offset() + 1)),
                        record -> found.add(DeadRecords.whole(record)));
        return found.stream().findFirst();
    }

    /** Only the letters are kept of what is read, not their contents: a page fits into memory however large they are. */
    private static List<End> ends(
            KafkaConsumer<byte[], byte[]> consumer, String topic, Map<Integer, Long> before, int limit) {
        var kept = kept(consumer, partitions(consumer, topic));
        var windows = new HashMap<TopicPartition, Window>();
        kept.forEach((partition, all) -> windows.put(partition, last(all, before.get(partition.partition()), limit)));
        var letters = new HashMap<Integer, List<DeadLetter>>();
        new ReadWindow(consumer, LIMIT)
                .read(
                        windows,
                        record -> letters.computeIfAbsent(record.partition(), number -> new ArrayList<>())
                                .add(DeadRecords.letter(record)));
        return kept.entrySet().stream()
                .map(all -> {
                    int partition = all.getKey().partition();
                    var window = windows.getOrDefault(all.getKey(), all.getValue());
                    return new End(
                            partition,
                            all.getValue().from(),
                            window.from(),
                            window.to(),
                            letters.getOrDefault(partition, List.of()));
                })
                .toList();
    }

    private static Window last(Window all, @Nullable Long before, int limit) {
        long to = before == null ? all.to() : Math.clamp(before, all.from(), all.to());
        return new Window(Math.max(all.from(), to - limit), to);
    }

    private static long records(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        return kept(consumer, partitions(consumer, topic)).values().stream()
                .mapToLong(window -> window.to() - window.from())
                .sum();
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    private static Map<TopicPartition, Window> kept(
            KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        var first = consumer.beginningOffsets(partitions);
        return consumer.endOffsets(partitions).entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        end -> new Window(first.getOrDefault(end.getKey(), end.getValue()), end.getValue())));
    }

    private <T> T asking(Function<KafkaConsumer<byte[], byte[]>, T> question) {
        return readers.executeSupplier(() -> {
            try (var consumer = new KafkaConsumer<byte[], byte[]>(settings)) {
                return question.apply(consumer);
            } catch (KafkaException away) {
                throw new DeadLettersUnavailable(away);
            }
        });
    }
}
