package com.rebatesuite.rebate.command.kafka;

import com.rebatesuite.rebate.Contracts;
import com.rebatesuite.rebate.command.LedgerCommand;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** What goes over the wire for a command, with the time and the id of the examples. */
public final class SentCommand {

    public static final Instant NOW = Instant.parse("2026-01-05T10:15:30Z");

    private SentCommand() {}

    public static byte[] of(LedgerCommand command) {
        return new KafkaLedgerCommands(
                        new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(Map.of())),
                        Contracts.MAPPER,
                        () -> UUID.fromString("019b76da-a800-7000-8000-0000000000ff"),
                        Clock.fixed(NOW, ZoneOffset.UTC))
                .serialise(command);
    }
}
