package com.rebatesuite.deploy.backends;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The topics of contracts/topics.json: services never create topics, whoever provides Kafka does. */
public final class Topics {

    private static final long DAY_MILLIS = 86_400_000;

    private final List<Topic> all;

    private Topics(List<Topic> all) {
        this.all = List.copyOf(all);
    }

    /**
     * One topic as the contracts describe it.
     *
     * @param retentionDays days a record is kept; −1 is for ever
     */
    public record Topic(String name, int partitions, String cleanupPolicy, long retentionDays) {

        NewTopic withReplicas(short replicas) {
            var retention = retentionDays < 0 ? -1 : Math.multiplyExact(retentionDays, DAY_MILLIS);
            return new NewTopic(name, partitions, replicas)
                    .configs(Map.of("cleanup.policy", cleanupPolicy, "retention.ms", Long.toString(retention)));
        }
    }

    /** The topics of the contracts folder that the system property {@code contracts.home} names. */
    public static Topics ofContracts() {
        return read(Path.of(System.getProperty("contracts.home", "contracts"), "topics.json"));
    }

    /** Reads a topic table. */
    public static Topics read(Path file) {
        var topics = new ArrayList<Topic>();
        for (JsonNode topic : JsonMapper.shared().readTree(file.toFile()).required("topics")) {
            topics.add(new Topic(
                    topic.required("name").asString(),
                    topic.required("partitions").asInt(),
                    topic.required("cleanup_policy").asString(),
                    topic.required("retention_days").asLong()));
        }
        return new Topics(topics);
    }

    /** All topics, in the order of the table. */
    public List<Topic> all() {
        return all;
    }

    /**
     * Creates the topics that do not exist yet; existing ones are left as they are.
     *
     * @throws BackendFailed when the broker refuses
     */
    public void createMissing(Admin admin, short replicas) {
        try {
            var existing = admin.listTopics().names().get();
            var missing = all.stream()
                    .filter(topic -> !existing.contains(topic.name()))
                    .map(topic -> topic.withReplicas(replicas))
                    .toList();
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            throw new BackendFailed("Kafka does not create the topics: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackendFailed("interrupted while creating topics", e);
        }
    }
}
