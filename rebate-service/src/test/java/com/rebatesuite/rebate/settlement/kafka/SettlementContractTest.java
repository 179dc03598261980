package com.rebatesuite.rebate.settlement.kafka;

import com.rebatesuite.rebate.Contracts;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

class SettlementContractTest {

    private static final Instant NOW = Instant.parse("2026-01-05T10:15:30Z");

    @Test
    void sendsTheSettlementOfTheContract() {
        var commands = new KafkaLedgerCommands(
                new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(Map.of())),
                Contracts.MAPPER,
                () -> UUID.fromString("019b76da-a800-7000-8000-0000000000ff"),
                Clock.fixed(NOW, ZoneOffset.UTC));

        Contracts.assertSent(
                "rebate-settled", commands.serialise("019b76da-a800-7000-8000-000000000001", "shopper-1", NOW));
    }
}
