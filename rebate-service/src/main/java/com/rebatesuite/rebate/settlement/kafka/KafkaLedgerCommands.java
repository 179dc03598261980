package com.rebatesuite.rebate.settlement.kafka;

import com.rebatesuite.platform.event.CloudEvent;
import com.rebatesuite.platform.event.EventIds;
import com.rebatesuite.rebate.settlement.CommandNotWritten;
import com.rebatesuite.rebate.settlement.LedgerCommands;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Commands on the topic rebate-commands, keyed by user as the orders are, so that they meet on one partition. */
@Component
class KafkaLedgerCommands implements LedgerCommands {

    private static final String TOPIC = "rebate-commands";
    private static final String SOURCE = "/rebate-service";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KafkaTemplate<String, byte[]> kafka;
    private final JsonMapper mapper;
    private final EventIds ids;
    private final Clock clock;

    KafkaLedgerCommands(KafkaTemplate<String, byte[]> kafka, JsonMapper mapper, EventIds ids, Clock clock) {
        this.kafka = kafka;
        this.mapper = mapper;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void settle(String orderId, String userId, Instant occurredAt) {
        try {
            kafka.send(TOPIC, userId, serialise(orderId, userId, occurredAt))
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CommandNotWritten(orderId, interrupted);
        } catch (ExecutionException | TimeoutException failed) {
            throw new CommandNotWritten(orderId, failed);
        }
    }

    byte[] serialise(String orderId, String userId, Instant occurredAt) {
        return mapper.writeValueAsBytes(CloudEvent.of(
                ids.next().toString(),
                SOURCE,
                RebateSettledMessage.TYPE,
                clock.instant(),
                orderId,
                new RebateSettledMessage(orderId, userId, occurredAt)));
    }
}
