package com.rebatesuite.rebate.ledger.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rebatesuite.rebate.Contracts;
import com.rebatesuite.rebate.budget.AppliedCampaigns;
import com.rebatesuite.rebate.ledger.Account;
import com.rebatesuite.rebate.ledger.Balance;
import com.rebatesuite.rebate.ledger.Orders;
import com.rebatesuite.rebate.ledger.State;
import com.rebatesuite.rebate.quote.Quotes;
import com.rebatesuite.rebate.rule.AppliedRules;
import com.rebatesuite.rebate.rule.RebateRule;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Produced;
import tools.jackson.databind.JsonNode;

/** One partition of the ledger, driven record by record. */
final class LedgerDriver implements AutoCloseable {

    static final String USER = "shopper-1";
    static final String EVENT_ID = "019b76da-a800-7000-8000-0000000000ff";
    static final Quotes QUOTES = Quotes.of("test:" + Base64.getEncoder().encodeToString(new byte[32]));
    static final Instant NOW = Instant.parse("2026-01-05T10:15:30Z");

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final AppliedRules rules = new AppliedRules();
    final TestInputTopic<String, byte[]> orders;
    final TestInputTopic<String, byte[]> commands;
    final TestInputTopic<String, byte[]> offers;
    final TestInputTopic<String, byte[]> grants;
    final TestOutputTopic<String, byte[]> rebates;
    final TestOutputTopic<String, byte[]> dead;
    final TestOutputTopic<String, byte[]> requests;
    private final TopologyTestDriver driver;

    LedgerDriver(Path state, int mostWaiting, RebateRule... inForce) {
        for (var rule : inForce) {
            rules.apply("event-of-" + rule.ruleId(), rule);
        }
        var builder = new StreamsBuilder();
        var outputs = LedgerTopology.ledger(
                source(builder, "orders"),
                source(builder, "rebate-commands"),
                source(builder, "offers"),
                source(builder, "budget-grants"),
                parts(mostWaiting));
        var topics = List.of("rebates", "orders-rebate-dead", "budget-requests");
        for (int i = 0; i < topics.size(); i++) {
            outputs[i].to(topics.get(i), Produced.with(Serdes.String(), Serdes.ByteArray()));
        }
        driver = new TopologyTestDriver(builder.build(), properties(state), NOW);
        orders = input("orders");
        commands = input("rebate-commands");
        offers = input("offers");
        grants = input("budget-grants");
        rebates = output("rebates");
        dead = output("orders-rebate-dead");
        requests = output("budget-requests");
    }

    private LedgerParts parts(int mostWaiting) {
        var properties = new LedgerProperties(
                Duration.ofDays(730),
                500,
                Duration.ofDays(3),
                Duration.ofMinutes(1),
                Duration.ofSeconds(10),
                mostWaiting,
                Duration.ofMinutes(1),
                100);
        return new LedgerParts(
                Contracts.MAPPER,
                meters,
                new LedgerMetrics(meters),
                () -> UUID.fromString(EVENT_ID),
                rules::rulebook,
                new AppliedCampaigns(rules),
                Orders.TERMS,
                QUOTES,
                properties);
    }

    /** The example of the contract, once more under another id. */
    static byte[] example(String type, String eventId) {
        return text(type, eventId).getBytes(UTF_8);
    }

    static String text(String type, String eventId) {
        return Contracts.example(type).replaceFirst(EVENT_ID, eventId);
    }

    void pass(Duration time) {
        driver.advanceWallClockTime(time);
    }

    Account account(String user) {
        return (Account) driver.<String, State>getKeyValueStore(LedgerStores.BOOKS)
                .get(user.length() + "/" + user + "/" + Account.KEY);
    }

    Balance balance(String user) {
        return account(user).balance("GBP");
    }

    double count(String name, String... tags) {
        return meters.counter(name, tags).count();
    }

    List<JsonNode> recordings() {
        return rebates.readValuesToList().stream().map(Contracts::tree).toList();
    }

    @Override
    public void close() {
        driver.close();
    }

    private static KStream<String, byte[]> source(StreamsBuilder builder, String topic) {
        return builder.stream(
                topic, Consumed.with(Serdes.String(), Serdes.ByteArray()).withName(topic + "-source"));
    }

    private TestInputTopic<String, byte[]> input(String topic) {
        return driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer());
    }

    private TestOutputTopic<String, byte[]> output(String topic) {
        return driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static Properties properties(Path state) {
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "ledger-test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        return properties;
    }
}
