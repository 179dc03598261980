package com.rebatesuite.rebate.command.kafka;

import com.rebatesuite.platform.event.CloudEvent;
import com.rebatesuite.platform.event.EventIds;
import com.rebatesuite.rebate.command.CommandNotWritten;
import com.rebatesuite.rebate.command.LedgerCommand;
import com.rebatesuite.rebate.command.LedgerCommands;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Commands on the topic rebate-commands, keyed by user as the orders are, so that they meet on one partition. */
@Component
class KafkaLedgerCommands implements LedgerCommands {

    private static final String TOPIC = "rebate-commands";
    private static final String SOURCE = "/rebate-service";
    /** Longer than the producer tries: what it says comes first. */
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

    /** All are on their way before the first is waited for. */
    @Override
    public void send(List<? extends LedgerCommand> commands) {
        commands.stream()
                .map(command -> new Sent(command, start(command)))
                .toList()
                .forEach(Sent::await);
    }

    byte[] serialise(LedgerCommand command) {
        return mapper.writeValueAsBytes(CloudEvent.of(
                ids.next().toString(), SOURCE, command.type(), clock.instant(), command.subject(), command));
    }

    private Future<?> start(LedgerCommand command) {
        try {
            return kafka.send(TOPIC, command.userId(), serialise(command));
        } catch (KafkaException | org.springframework.kafka.KafkaException failed) {
            throw new CommandNotWritten(command, failed);
        }
    }

    private record Sent(LedgerCommand command, Future<?> acknowledgement) {

        void await() {
            try {
                acknowledgement.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new CommandNotWritten(command, interrupted);
            } catch (ExecutionException | TimeoutException failed) {
                throw new CommandNotWritten(command, failed);
            }
        }
    }
}
