package com.rebatesuite.rebate.rule.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.platform.event.CloudEvent;
import com.rebatesuite.rebate.Contracts;
import com.rebatesuite.rebate.rule.AppliedRules;
import com.rebatesuite.rebate.rule.RebateRule;
import com.rebatesuite.rebate.rule.RuleVersion;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleContractTest {

    private static final String EVENT_ID = "019b76da-a800-7000-8000-0000000000ff";
    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    private static final RuleVersion FIRST =
            new RuleVersion(1, "3 % on groceries", null, "groceries", 300, JANUARY, null, true);
    private static final RuleVersion SECOND =
            new RuleVersion(2, "less", "own", "groceries", 200, JANUARY, JANUARY.plusSeconds(60), false);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path state;

    @Test
    void sendsTheRuleOfTheContract() {
        Contracts.assertSent("rebate-rule", event(EVENT_ID, new RebateRule("groceries-3", List.of(FIRST))));
    }

    @Test
    void sendsEarlierVersionsWithTheRule() {
        var changed = new RebateRule("groceries-3", List.of(FIRST, SECOND));

        Contracts.assertValid("rebate-rule", event(EVENT_ID, changed));
    }

    @Test
    void appliesARuleWithItsHistoryAndTheFirstOfTwoChangesToTheSameVersion() {
        var applied = new AppliedRules();
        var first = new RebateRule("r", List.of(FIRST));
        var changed = new RebateRule("r", List.of(FIRST, SECOND));
        var rival =
                new RebateRule("r", List.of(FIRST, new RuleVersion(2, "rival", null, null, 900, JANUARY, null, true)));

        apply(applied, event("1", first), event("2", changed), event("3", rival), event("1", first));

        assertThat(applied.all()).containsExactly(changed);
    }

    @Test
    void passesOverARuleThatIsMalformed() {
        var applied = new AppliedRules();
        var rule = new RebateRule("r", List.of(FIRST));

        apply(
                applied,
                "{".getBytes(StandardCharsets.UTF_8),
                Contracts.example("rebate-rule").replace("300", "10001").getBytes(StandardCharsets.UTF_8),
                event("2", rule));

        assertThat(applied.all()).containsExactly(rule);
    }

    private void apply(AppliedRules applied, byte[]... events) {
        var builder = new StreamsBuilder();
        new RuleEvents(Contracts.MAPPER, new SimpleMeterRegistry(), applied).addTo(builder);
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "rules-test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        try (var driver = new TopologyTestDriver(builder.build(), properties)) {
            var topic = driver.createInputTopic("rebate-rules", new StringSerializer(), new ByteArraySerializer());
            for (var event : events) {
                topic.pipeInput("r", event);
            }
        }
    }

    private static byte[] event(String id, RebateRule rule) {
        return Contracts.MAPPER.writeValueAsBytes(CloudEvent.of(
                id,
                "/rebate-service",
                RuleMessage.TYPE,
                Instant.parse("2026-01-05T10:15:30Z"),
                rule.ruleId(),
                RuleMessage.of(rule)));
    }
}
