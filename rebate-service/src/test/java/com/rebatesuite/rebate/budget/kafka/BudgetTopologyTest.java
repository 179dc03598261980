package com.rebatesuite.rebate.budget.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.rebate.Contracts;
import com.rebatesuite.rebate.budget.CampaignRules;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class BudgetTopologyTest {

    private static final String RULE = "groceries-3";
    private static final String EVENT_ID = "019b76da-a800-7000-8000-0000000000ff";

    /** A slice of a budget of 60,000 is 2,500 when nothing was granted yet. */
    private static final CampaignRules RULES = new CampaignRules() {
        @Override
        public long budget(String ruleId) {
            return ruleId.equals(RULE) ? 60_000 : 0;
        }

        @Override
        public int version(String ruleId) {
            return ruleId.equals(RULE) ? 1 : 0;
        }

        @Override
        public boolean ended(String ruleId, Instant now) {
            return false;
        }
    };

    @TempDir
    private Path state;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> requests;
    private TestOutputTopic<String, byte[]> grants;

    @BeforeEach
    void start() {
        var builder = new StreamsBuilder();
        new BudgetTopology(Contracts.MAPPER, meters, () -> UUID.fromString(EVENT_ID), RULES).addTo(builder);
        driver = new TopologyTestDriver(builder.build(), properties(), Instant.parse("2026-01-05T10:15:30Z"));
        requests = driver.createInputTopic("budget-requests", new StringSerializer(), new ByteArraySerializer());
        grants = driver.createOutputTopic("budget-grants", new StringDeserializer(), new ByteArrayDeserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void grantsWhatTheContractShowsToThePartitionThatAsks() {
        ask(RULE, 2_500);

        var grant = grants.readRecord();
        assertThat(grant.key()).isEqualTo("3");
        Contracts.assertSent("budget-granted", grant.value());
    }

    @Test
    void grantsUntilNothingIsLeftAndAgainWhatIsGivenBack() {
        ask(RULE, 59_000);
        ask(RULE, 2_000);
        ask(RULE, 1);
        ask(RULE, -500);
        ask(RULE, 100);

        assertThat(grants.readValuesToList().stream()
                        .map(value -> Contracts.tree(value).path("data"))
                        .map(data -> data.path("minor").asLong() + " "
                                + data.path("exhausted").asBoolean()))
                .containsExactly("59000 false", "1000 true", "0 true", "100 false");
    }

    @Test
    void hasNothingForARuleThatItDoesNotKnow() {
        ask("unknown", 1);

        var data = Contracts.tree(grants.readValue()).path("data");
        assertThat(data.path("minor").asLong()).isZero();
        assertThat(data.path("rule_version").asInt()).isZero();
    }

    @Test
    void countsWhatIsMalformedAndGoesOn() {
        requests.pipeInput(RULE, "no json".getBytes(UTF_8));
        ask(RULE, 1);

        assertThat(grants.getQueueSize()).isEqualTo(1);
        assertThat(meters.counter("rebates.dead", "reason", "malformed-request").count())
                .isEqualTo(1);
    }

    private void ask(String rule, long minor) {
        var request = Contracts.example("budget-requested")
                .replace(RULE, rule)
                .replace("\"minor\": 2500", "\"minor\": " + minor);
        requests.pipeInput(rule, request.getBytes(UTF_8));
    }

    private Properties properties() {
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "budget-test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        return properties;
    }
}
