package com.rebatesuite.rebate.view.kafka;

import com.rebatesuite.rebate.view.Generations;
import com.rebatesuite.rebate.view.Offsets;
import com.rebatesuite.rebate.view.Projections;
import com.rebatesuite.rebate.view.ViewsProperties;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.stereotype.Component;
import org.springframework.util.backoff.ExponentialBackOff;
import tools.jackson.databind.json.JsonMapper;

/**
 * A consumer group for each generation: Kafka shares the partitions among the replicas, and its offsets say how far all of
 * them are, whoever is killed.
 */
@Component
class KafkaProjections implements Projections, DisposableBean {

    static final String TOPIC = "rebates";

    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;

    private final Map<Integer, ConcurrentMessageListenerContainer<byte[], byte[]>> running = new HashMap<>();
    private final DefaultKafkaConsumerFactory<byte[], byte[]> consumers;
    private final ViewsProperties properties;
    private final Generations generations;
    private final Recordings recordings;
    private final DeadRecordings dead;
    private final GroupOffsets offsets;
    private final MeterRegistry meters;
    private final Clock clock;

    KafkaProjections(
            KafkaProperties kafka,
            ViewsProperties properties,
            Generations generations,
            DeadRecordings dead,
            JsonMapper mapper,
            MeterRegistry meters,
            Clock clock) {
        this.consumers = new DefaultKafkaConsumerFactory<>(settings(kafka, properties));
        this.properties = properties;
        this.generations = generations;
        this.recordings = new Recordings(mapper, meters);
        this.dead = dead;
        this.offsets = new GroupOffsets(kafka.buildAdminProperties());
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public synchronized void run(Set<Integer> wanted) {
        running.entrySet().removeIf(entry -> {
            var superfluous = !wanted.contains(entry.getKey());
            if (superfluous) {
                entry.getValue().stop();
            }
            return superfluous;
        });
        wanted.forEach(generation -> running.computeIfAbsent(generation, this::started));
    }

    @Override
    public Offsets written(int generation) {
        return offsets.committed(group(generation));
    }

    @Override
    public Offsets end() {
        return offsets.end(TOPIC);
    }

    @Override
    public void destroy() {
        run(Set.of());
        offsets.close();
    }

    /** That of the first has always been this one. */
    static String group(int generation) {
        return generation == 1 ? "rebate" : "rebate-views-" + generation;
    }

    private ConcurrentMessageListenerContainer<byte[], byte[]> started(int generation) {
        var setup = new ContainerProperties(TOPIC);
        setup.setGroupId(group(generation));
        setup.setAckMode(ContainerProperties.AckMode.BATCH);
        // The ends of transactions count, or nobody would ever be seen to have reached the end of the log.
        setup.setFixTxOffsets(true);
        setup.setMessageListener(new Projection(generation, generations, recordings, dead, lag(generation), clock));
        var container = new ConcurrentMessageListenerContainer<>(consumers, setup);
        container.setBeanName("views-" + generation);
        container.setConcurrency(properties.consumers());
        container.setCommonErrorHandler(patient());
        container.start();
        return container;
    }

    private Timer lag(int generation) {
        return Timer.builder("rebates.projection.lag")
                .description("from the decision to the moment it can be read")
                .tag("generation", Integer.toString(generation))
                .register(meters);
    }

    /** A poll is tried until it is stored: to skip any of it would lose money. */
    private DefaultErrorHandler patient() {
        var pauses = new ExponentialBackOff(FIRST_PAUSE_MILLIS, 2);
        pauses.setMaxInterval(LONGEST_PAUSE_MILLIS);
        var handler = new DefaultErrorHandler(pauses);
        handler.setClassifications(Map.of(), true);
        handler.setRetryListeners((record, failure, attempt) ->
                meters.counter("rebates.projection.failures").increment());
        return handler;
    }

    private static Map<String, Object> settings(KafkaProperties kafka, ViewsProperties properties) {
        var settings = kafka.buildConsumerProperties();
        settings.putAll(Map.of(
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                // A decision is worth showing at once; under load a poll fills by itself.
                ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
                1,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                properties.poll(),
                // Compressed: what a poll holds is several times as much.
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                256 << 10,
                // A killed replica hands over its partitions after this.
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                10_000,
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                3_000));
        return settings;
    }
}
