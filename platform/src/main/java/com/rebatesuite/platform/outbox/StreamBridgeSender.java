package com.rebatesuite.platform.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.integration.kafka.support.KafkaIntegrationHeaders;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/**
 * Sends rows through the Kafka binder.
 *
 * <p>Why nothing overtakes a failed row of its key: each topic has one producer, with one request in flight, so a later
 * record is on its way only after the earlier one was answered. The answer to a record is handled on the producer's own
 * thread, before that thread sends anything else; if it is a failure, {@link OutboxProducers#kill} closes the producer right
 * there, which drops whatever it still holds and refuses whatever is given to it later. Only when all sends of the batch
 * have come to an end is a new producer made, for the next turn, which starts at the failed row.
 */
class StreamBridgeSender implements EventSender {

    private static final Logger LOG = LoggerFactory.getLogger(StreamBridgeSender.class);

    private final StreamBridge bridge;
    private final OutboxProducers producers;
    private final Duration timeout;

    StreamBridgeSender(StreamBridge bridge, OutboxProducers producers, Duration timeout) {
        this.bridge = bridge;
        this.producers = producers;
        this.timeout = timeout;
    }

    @Override
    public Set<Long> send(List<OutboxRow> rows) {
        var deadline = System.nanoTime() + timeout.toNanos();
        var sends = new LinkedHashMap<OutboxRow, CompletableFuture<?>>();
        var broken = new HashSet<String>();
        for (var row : rows) {
            if (!broken.contains(row.topic())) {
                var sent = send(row);
                sends.put(row, sent);
                if (sent.isCompletedExceptionally() || System.nanoTime() > deadline) {
                    broken.add(row.topic());
                }
            }
        }
        return acknowledged(sends, deadline);
    }

    private CompletableFuture<?> send(OutboxRow row) {
        var pending = new PendingSend(row, producers);
        try {
            bridge.send(row.topic(), message(row, pending));
            return pending.future();
        } catch (RuntimeException failure) {
            producers.kill(row.topic());
            return CompletableFuture.failedFuture(failure);
        }
    }

    private static Message<byte[]> message(OutboxRow row, PendingSend pending) {
        return MessageBuilder.withPayload(row.payload())
                .setHeader(KafkaHeaders.KEY, row.key().getBytes(UTF_8))
                .setHeader(KafkaIntegrationHeaders.FUTURE_TOKEN, pending)
                .build();
    }

    private Set<Long> acknowledged(Map<OutboxRow, CompletableFuture<?>> sends, long deadline) {
        var acknowledged = new HashSet<Long>();
        var failures = new HashMap<String, Throwable>();
        sends.forEach((row, sent) -> {
            try {
                sent.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
                acknowledged.add(row.id());
            } catch (ExecutionException failed) {
                failures.putIfAbsent(row.topic(), failed.getCause() == null ? failed : failed.getCause());
            } catch (TimeoutException late) {
                // From here on its sends are decided: the answer came, or it will never be looked at.
                producers.kill(row.topic());
                failures.putIfAbsent(row.topic(), late);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                producers.kill(row.topic());
                failures.putIfAbsent(row.topic(), stopped);
            }
        });
        failures.forEach((topic, failure) -> {
            LOG.warn("events for {} are sent again later: {}", topic, failure.toString());
            producers.renew(topic);
        });
        return acknowledged;
    }
}
