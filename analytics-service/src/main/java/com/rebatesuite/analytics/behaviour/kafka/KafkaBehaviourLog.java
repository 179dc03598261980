package com.rebatesuite.analytics.behaviour.kafka;

import com.rebatesuite.analytics.behaviour.BehaviourEvent;
import com.rebatesuite.analytics.behaviour.BehaviourLog;
import com.rebatesuite.platform.event.CloudEvent;
import com.rebatesuite.platform.event.EventIds;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Appends behaviour to its topic, keyed by user, and waits for the acknowledgement of all in-sync replicas. */
@Component
class KafkaBehaviourLog implements BehaviourLog {

    private static final String TOPIC = "behaviour";
    private static final String SOURCE = "/analytics-service";

    private final KafkaTemplate<String, byte[]> kafka;
    private final JsonMapper mapper;
    private final EventIds ids;
    private final BehaviourProperties properties;

    KafkaBehaviourLog(
            KafkaTemplate<String, byte[]> kafka, JsonMapper mapper, EventIds ids, BehaviourProperties properties) {
        this.kafka = kafka;
        this.mapper = mapper;
        this.ids = ids;
        this.properties = properties;
    }

    @Override
    public void append(List<BehaviourEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        try {
            // The producer does not linger: the events are on their way as one or a few requests when the last is
            // added.
            var sent = events.stream().map(this::send).toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(sent).get(properties.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException
                | TimeoutException
                | KafkaException
                | org.springframework.kafka.KafkaException away) {
            throw new BehaviourUnavailable("behaviour: not acknowledged in " + properties.patience(), away);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BehaviourUnavailable("behaviour: interrupted before the acknowledgement", interrupted);
        }
    }

    private CompletableFuture<?> send(BehaviourEvent event) {
        return kafka.send(new ProducerRecord<>(TOPIC, event.occasion().userId(), bytes(event)));
    }

    byte[] bytes(BehaviourEvent event) {
        var occasion = event.occasion();
        return mapper.writeValueAsBytes(CloudEvent.of(
                ids.next().toString(),
                SOURCE,
                BehaviourMessage.type(event),
                occasion.receivedAt(),
                occasion.userId(),
                BehaviourMessage.of(event)));
    }
}
