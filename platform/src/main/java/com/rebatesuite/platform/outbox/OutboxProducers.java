package com.rebatesuite.platform.outbox;

import com.rebatesuite.platform.messaging.KafkaBinderSetup;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.cloud.stream.binder.kafka.KafkaMessageChannelBinder;
import org.springframework.cloud.stream.binder.kafka.config.ClientFactoryCustomizer;
import org.springframework.integration.channel.DirectChannel;
import org.springframework.integration.kafka.outbound.KafkaProducerMessageHandler;
import org.springframework.integration.kafka.support.KafkaIntegrationHeaders;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.ProducerListener;
import org.springframework.messaging.Message;

/** The producers behind the binder's output channels, one per topic, set up so that order survives every failure. */
class OutboxProducers implements KafkaBinderSetup {

    private static final Duration MAX_BLOCK = Duration.ofSeconds(3);

    private final DirectChannel futures = new DirectChannel();
    private final Map<String, TopicProducer> bound = new ConcurrentHashMap<>();
    private final Map<String, TopicProducer> binding = new ConcurrentHashMap<>();

    OutboxProducers() {
        futures.setComponentName("outboxAcknowledgements");
        futures.subscribe(OutboxProducers::handOver);
    }

    @Override
    public void apply(KafkaMessageChannelBinder binder) {
        binder.addProducerConfigCustomizer((config, name, topic) -> keepOrder(config, topic));
        binder.addClientFactoryCustomizer(new ClientFactoryCustomizer() {
            @Override
            public void configure(ProducerFactory<?, ?> factory) {
                if (factory instanceof DefaultKafkaProducerFactory<?, ?> known) {
                    created(known);
                }
            }
        });
        binder.setProducerMessageHandlerCustomizer((handler, topic) -> {
            if (handler instanceof KafkaProducerMessageHandler<?, ?> kafka) {
                bound(kafka, topic);
            }
        });
    }

    /** Closes the topic's producer without sending anything more; whatever it still holds fails. */
    void kill(String topic) {
        with(topic, TopicProducer::kill);
    }

    /** A new producer from the next send on. */
    void renew(String topic) {
        with(topic, TopicProducer::renew);
    }

    private void with(String topic, Consumer<TopicProducer> action) {
        var producer = bound.get(topic);
        if (producer != null) {
            action.accept(producer);
        }
    }

    /** What the order of events depends on is set here, where no settings file can undo it by accident. */
    private static void keepOrder(Map<String, Object> config, String topic) {
        config.put(ProducerConfig.CLIENT_ID_CONFIG, topic);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        // With one request in flight records collect while they wait: lingering would only add to the delay.
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        // Whoever waits for the acknowledgement gives up first, and kills the producer.
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK.toMillis());
    }

    /** One binding attempt makes one factory. An attempt that failed (no broker) leaves its factory behind: we close it. */
    private void created(DefaultKafkaProducerFactory<?, ?> factory) {
        var topic = String.valueOf(factory.getConfigurationProperties().get(ProducerConfig.CLIENT_ID_CONFIG));
        var abandoned = binding.put(topic, TopicProducer.of(factory));
        if (abandoned != null) {
            abandoned.kill();
            abandoned.renew();
        }
    }

    private void bound(KafkaProducerMessageHandler<?, ?> handler, String topic) {
        var producer = binding.remove(topic);
        if (producer != null) {
            bound.put(topic, producer);
        }
        handler.setFuturesChannel(futures);
        handler.setHeaderMapper(new OutboxHeaders());
        beQuiet(handler.getKafkaTemplate());
    }

    /** The default listener would log every record of a failed batch with its content. */
    private static <K, V> void beQuiet(KafkaTemplate<K, V> template) {
        template.setProducerListener(new ProducerListener<>() {});
    }

    private static void handOver(Message<?> message) {
        if (message.getHeaders().get(KafkaIntegrationHeaders.FUTURE_TOKEN) instanceof PendingSend pending) {
            pending.sent((CompletableFuture<?>) message.getPayload());
        }
    }
}
