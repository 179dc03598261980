package com.rebatesuite.rebate;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;

/** The topic {@code rebates} from its beginning as everybody reads it: what is committed and nothing else. */
final class RebateLog implements AutoCloseable {

    private static final String WITHDRAWAL = "withdrawal-requested.v1";

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final List<JsonNode> decisions = new ArrayList<>();

    RebateLog(String brokers) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        partitions = consumer.partitionsFor("rebates").stream()
                .map(info -> new TopicPartition("rebates", info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** What of the campaign's budget was given out. */
    long spent(String ruleId) {
        return entries().stream()
                .filter(entry -> text(entry, "rule_id").equals(ruleId))
                .filter(entry -> text(entry, "from").equals("house"))
                .mapToLong(RebateLog::minor)
                .sum();
    }

    /** The ids of the events that led to decisions, sorted; those of withdrawals are nobody's but the service's. */
    List<String> causes() {
        return decisions().stream()
                .map(decision -> decision.path("cause"))
                .filter(cause -> !text(cause, "type").equals(WITHDRAWAL))
                .map(cause -> text(cause, "id"))
                .sorted()
                .toList();
    }

    /** One line for each decision about a withdrawal, sorted: its id and what became of it. */
    List<String> withdrawals() {
        return decisions().stream()
                .filter(decision -> text(decision.path("cause"), "type").equals(WITHDRAWAL))
                .map(decision -> decision.path("withdrawal"))
                .map(withdrawal -> text(withdrawal, "withdrawal_id") + " " + text(withdrawal, "state"))
                .sorted()
                .toList();
    }

    /** By order, without what campaigns gave. */
    Map<String, Earnings> earnings() {
        var earnings = new HashMap<String, Earnings>();
        entries().stream()
                .filter(entry -> entry.has("order_id"))
                .filter(entry -> !text(entry, "rule_id").startsWith("campaign-"))
                .forEach(entry -> earnings.merge(text(entry, "order_id"), earnings(entry), Earnings::plus));
        return earnings;
    }

    /** By shopper, as the last decision about each left them. */
    Map<String, JsonNode> balances() {
        var balances = new HashMap<String, JsonNode>();
        decisions().forEach(decision -> balances.put(text(decision, "user_id"), decision.path("balances")));
        return balances;
    }

    @Override
    public void close() {
        consumer.close();
    }

    private List<JsonNode> entries() {
        return decisions().stream()
                .flatMap(decision ->
                        StreamSupport.stream(decision.path("entries").spliterator(), false))
                .toList();
    }

    /** Reads on to the present end. */
    private List<JsonNode> decisions() {
        var ends = consumer.endOffsets(partitions);
        while (partitions.stream()
                .anyMatch(partition -> consumer.position(partition) < requireNonNull(ends.get(partition)))) {
            consumer.poll(Duration.ofMillis(200))
                    .forEach(record ->
                            decisions.add(Contracts.tree(record.value()).path("data")));
        }
        return decisions;
    }

    private static Earnings earnings(JsonNode entry) {
        return new Earnings(
                text(entry, "from").equals("house") ? minor(entry) : 0,
                text(entry, "to").equals("house") ? minor(entry) : 0);
    }

    private static long minor(JsonNode entry) {
        return entry.path("amount").path("minor").asLong();
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
