package com.rebatesuite.rebate.rule.kafka;

import static com.rebatesuite.rebate.rule.RuleFixture.OLGA;
import static com.rebatesuite.rebate.rule.RuleFixture.OTTO;
import static com.rebatesuite.rebate.rule.RuleFixture.terms;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.platform.event.CloudEvent;
import com.rebatesuite.rebate.Contracts;
import com.rebatesuite.rebate.rule.AppliedRules;
import com.rebatesuite.rebate.rule.Approval;
import com.rebatesuite.rebate.rule.CapPeriod;
import com.rebatesuite.rebate.rule.Proposal;
import com.rebatesuite.rebate.rule.RebateRule;
import com.rebatesuite.rebate.rule.RuleFixture;
import com.rebatesuite.rebate.rule.RuleFixture.Draft;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleContractTest {

    private static final String EVENT_ID = "019b76da-a800-7000-8000-0000000000ff";
    private static final Instant NOW = Instant.parse("2026-01-05T10:15:30Z");
    private static final RebateRule RULE = RuleFixture.percent("r", null, "groceries", 300);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path state;

    @Test
    void sendsTheRuleOfTheContract() {
        var approval = new Approval(
                OLGA,
                Instant.parse("2026-01-04T10:00:00Z"),
                OTTO,
                Instant.parse("2026-01-04T11:00:00Z"),
                true,
                "orders of this year count");
        var first = new RuleVersion(
                1,
                terms(draft -> {
                    draft.title = "3 % on groceries";
                    draft.category = "groceries";
                    draft.rate = 300;
                }),
                approval);

        var rule = new RebateRule(
                "groceries-3",
                3,
                List.of(first),
                new Proposal(terms(RuleContractTest::everything), false, null, OTTO, NOW));

        Contracts.assertSent("rebate-rule", event(EVENT_ID, rule));
    }

    @Test
    void readsTheRuleOfTheContractAsItWasMeant() {
        var applied = new AppliedRules();
        var example = Contracts.example("rebate-rule").getBytes(StandardCharsets.UTF_8);

        apply(applied, example);

        assertThat(Contracts.tree(event(EVENT_ID, applied.all().getFirst()))).isEqualTo(Contracts.tree(example));
    }

    @Test
    void sendsFixedAmountsAndSeveralVersionsAsTheSchemaWantsThem() {
        var rule = RuleFixture.rule("r", draft -> {}, draft -> draft.fixed = 25);

        Contracts.assertValid("rebate-rule", event(EVENT_ID, rule));
        Contracts.assertValid("rebate-rule", event(EVENT_ID, new RebateRule("r", 2, List.of(), null)));
    }

    @Test
    void appliesTheFirstOfTwoChangesToTheSameRevisionAndNoneFromBefore() {
        var applied = new AppliedRules();
        var changed = RuleFixture.rule("r", draft -> {}, draft -> draft.rate = 200);
        var rival = RuleFixture.rule("r", draft -> {}, draft -> draft.rate = 900);

        apply(applied, event("1", RULE), event("2", changed), event("3", rival), event("1", RULE));

        assertThat(applied.all()).containsExactly(changed);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "\"rate_basis_points\": 300 , \"rate_basis_points\": 10001",
        "\"rate_basis_points\": 300 , \"other\": 1",
        "\"revision\": 3 , \"revision\": 0",
        "\"version\": 1 , \"version\": 7",
        "\"otto\" , \"olga\"",
        "\"month\" , \"week\"",
        "\"title\" , \"titel\"",
        "\"currency\": \"GBP\" , \"currency\": null",
        "\"currency\": \"GBP\" , \"currency\": \"gbp\""
    })
    void passesOverARuleThatIsMalformedAndGoesOn(String from, String to) {
        var applied = new AppliedRules();
        var malformed = Contracts.example("rebate-rule").replace(from, to);
        assertThat(malformed).isNotEqualTo(Contracts.example("rebate-rule"));

        apply(applied, malformed.getBytes(StandardCharsets.UTF_8), event("2", RULE));

        assertThat(applied.all()).containsExactly(RULE);
        assertThat(meters.counter("rebates.dead", "reason", "malformed-rule").count())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"type\": \"rebate-rule.v1\"}"})
    void passesOverWhatIsNoEventAndGoesOn(String nonsense) {
        var applied = new AppliedRules();

        apply(applied, nonsense.getBytes(StandardCharsets.UTF_8), event("2", RULE));

        assertThat(applied.all()).containsExactly(RULE);
    }

    @Test
    void passesOverAListWithHoles() {
        var applied = new AppliedRules();
        var holes = Contracts.example("rebate-rule").replace("\"versions\": [", "\"versions\": [null, ");

        apply(applied, holes.getBytes(StandardCharsets.UTF_8), event("2", RULE));

        assertThat(applied.all()).containsExactly(RULE);
    }

    private static void everything(Draft draft) {
        draft.title = "3 % on groceries, 4 % for good customers";
        draft.sku = "TEA-GREEN-100";
        draft.merchant = "own";
        draft.category = "groceries";
        draft.rate = 300;
        draft.tier(20_000, 400);
        draft.minSpend = 1_000;
        draft.capPerLine = 500;
        draft.capPerOrder = 1_500;
        draft.capPerUser(5_000, CapPeriod.MONTH);
        draft.budget = 10_000_000;
        draft.priority = 10;
        draft.stackable = true;
        draft.newUsersOnly = true;
        draft.couponRequired = true;
        draft.from = Instant.parse("2026-02-01T00:00:00Z");
        draft.until = Instant.parse("2026-03-01T00:00:00Z");
    }

    private void apply(AppliedRules applied, byte[]... events) {
        var builder = new StreamsBuilder();
        new RuleEvents(Contracts.MAPPER, meters, applied).addTo(builder);
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "rules-test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        try (var driver = new TopologyTestDriver(builder.build(), properties)) {
            var topic = driver.createInputTopic("rebate-rules", new StringSerializer(), new ByteArraySerializer());
            // Somebody deletes a key by hand: that is passed over as well.
            topic.pipeInput("gone", null);
            for (var event : events) {
                topic.pipeInput("r", event);
            }
        }
    }

    private static byte[] event(String id, RebateRule rule) {
        return Contracts.MAPPER.writeValueAsBytes(
                CloudEvent.of(id, "/rebate-service", RuleMessage.TYPE, NOW, rule.ruleId(), RuleMessage.of(rule)));
    }
}
