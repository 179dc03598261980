package com.rebatesuite.rebate.merchant.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.rebate.Contracts;
import com.rebatesuite.rebate.merchant.AppliedTerms;
import com.rebatesuite.rebate.merchant.Clawback;
import com.rebatesuite.rebate.merchant.MerchantTerms;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

class TermsContractTest {

    private static final String EVENT_ID = "019b76da-a800-7000-8000-0000000000ff";
    private static final MerchantTerms FIRST = new MerchantTerms("highland-foods", 1, 45, Clawback.NEGATIVE);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final KafkaTermsLog log = new KafkaTermsLog(
            new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(Map.of())),
            Contracts.MAPPER,
            () -> UUID.fromString(EVENT_ID),
            Clock.fixed(Instant.parse("2026-01-05T10:15:30Z"), ZoneOffset.UTC));
    private final AppliedTerms applied = new AppliedTerms();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path state;

    @Test
    void sendsTheTermsOfTheContract() {
        Contracts.assertSent("merchant-terms", log.serialise(EVENT_ID, FIRST));
    }

    @Test
    void readsTheTermsOfTheContractAsTheyWereMeant() {
        apply(Contracts.example("merchant-terms").getBytes(UTF_8));

        assertThat(applied.of("highland-foods")).isEqualTo(FIRST);
        assertThat(applied.of("somebody-else")).isEqualTo(new MerchantTerms("somebody-else", 0, 30, Clawback.OFFSET));
    }

    @Test
    void appliesTheFirstOfTwoChangesToTheSameRevision() {
        var rival = new MerchantTerms("highland-foods", 1, 7, Clawback.OFFSET);

        apply(log.serialise("1", FIRST), log.serialise("2", rival));

        assertThat(applied.of("highland-foods")).isEqualTo(FIRST);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "\"negative\" , \"whatever\"",
        "\"negative\" , null",
        "45 , 366",
        "\"revision\": 1 , \"revision\": -1",
        "\"merchant\": \"highland-foods\" , \"merchant\": \" \""
    })
    void passesOverTermsThatAreMalformedAndGoesOn(String from, String to) {
        var malformed = Contracts.example("merchant-terms").replace(from, to);
        assertThat(malformed).isNotEqualTo(Contracts.example("merchant-terms"));

        apply(malformed.getBytes(UTF_8), log.serialise("2", FIRST));

        assertThat(applied.of("highland-foods")).isEqualTo(FIRST);
        assertThat(meters.counter("rebates.dead", "reason", "malformed-terms").count())
                .isEqualTo(2);
    }

    private void apply(byte[]... events) {
        var builder = new StreamsBuilder();
        new TermsEvents(Contracts.MAPPER, meters, applied).addTo(builder);
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "terms-test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        try (var driver = new TopologyTestDriver(builder.build(), properties)) {
            var topic = driver.createInputTopic("merchant-terms", new StringSerializer(), new ByteArraySerializer());
            // Somebody deletes a key by hand: that is passed over as well.
            topic.pipeInput("gone", null);
            for (var event : events) {
                topic.pipeInput("key", event);
            }
        }
    }
}
