package com.rebatesuite.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** asyncapi.yaml, topics.json, the schemas and the README tell the same story. */
class TopicsTest {

    /** What every dead letter topic carries: the record as it came. */
    private static final String DEAD_LETTER = "dead-letter";

    private final JsonNode asyncapi = asyncapi();
    private final Map<String, JsonNode> topics = Contracts.topics();

    @Test
    void everyTopicIsAChannelAndTheOtherWayRound() {
        assertThat(names(asyncapi.path("channels"))).isEqualTo(topics.keySet());
        asyncapi.path("channels")
                .properties()
                .forEach(channel ->
                        assertThat(channel.getValue().path("address").asText()).isEqualTo(channel.getKey()));
    }

    @Test
    void topicNamesAreUnique() {
        assertThat(Contracts.json("topics.json").path("topics")).hasSize(topics.size());
    }

    @Test
    void everyChannelSaysKeyAndOwnerOfItsTopic() {
        topics.forEach((name, topic) -> assertThat(
                        asyncapi.path("channels").path(name).path("description").asText())
                .as(name)
                .startsWith("Keyed " + keyed(topic.path("key").asText()) + ", written by "
                        + topic.path("owner").asText() + "."));
    }

    private static String keyed(String key) {
        return key.startsWith("as ") ? key : "by " + key;
    }

    @Test
    void everyEventIsInExactlyOneChannel() {
        var channels = new TreeMap<String, List<String>>();
        asyncapi.path("channels")
                .properties()
                .forEach(channel -> names(channel.getValue().path("messages"))
                        .forEach(message -> channels.computeIfAbsent(message, type -> new ArrayList<>())
                                .add(channel.getKey())));
        channels.remove(DEAD_LETTER);

        var messages = new TreeSet<>(Contracts.types());
        messages.addAll(Contracts.plain());
        assertThat(channels.keySet()).isEqualTo(messages);
        assertThat(channels).allSatisfy((message, in) -> assertThat(in).hasSize(1));
    }

    @Test
    void everyMessageIsItsSchemaAndSaysWhatTheSchemaSays() {
        var messages = asyncapi.at("/components/messages");

        assertThat(names(messages)).contains(DEAD_LETTER).containsAll(Contracts.types());
        Contracts.types().forEach(type -> assertSaysTheSame(messages.path(type), type, "events/"));
        Contracts.plain().forEach(name -> assertSaysTheSame(messages.path(name), name, "plain/"));
    }

    private static void assertSaysTheSame(JsonNode message, String name, String folder) {
        var file = folder + name + ".schema.json";
        assertThat(message.path("name").asText()).isEqualTo(name);
        assertThat(message.path("summary").asText())
                .isEqualTo(Contracts.json(file).path("description").asText());
        assertThat(message.at("/payload/schema/$ref").asText()).isEqualTo(file);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        var references = new ArrayList<String>();
        collectReferences(asyncapi, references);

        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                reference.startsWith("#/")
                                        ? !asyncapi.at(reference.substring(1)).isMissingNode()
                                        : Contracts.file(reference).toFile().isFile())
                        .as(reference)
                        .isTrue());
    }

    @Test
    void everyTopicHasOneWriter() {
        var sent = new TreeSet<String>();
        asyncapi.path("operations").forEach(operation -> {
            assertThat(operation.path("action").asText()).isEqualTo("send");
            assertThat(sent.add(operation.at("/channel/$ref").asText().replace("#/channels/", "")))
                    .isTrue();
        });

        assertThat(sent).isEqualTo(topics.keySet());
    }

    /**
     * A dead letter topic is named after its source and the group that could not read it, which is named after its service
     * and, where that has several, its feature; and it is wide enough.
     */
    @Test
    void deadLetterTopicsBelongToASource() {
        topics.forEach((name, topic) -> {
            if (name.endsWith("-dead")) {
                var source = topic.path("key").asText().replaceFirst("^as ", "");
                var group = topic.path("owner").asText().replaceFirst("-service$", "");
                assertThat(name).matches(Pattern.quote(source + "-" + group) + "(-[a-z]+)?-dead");
                assertThat(topics).containsKey(source);
                assertThat(topic.path("partitions").asInt()).isGreaterThanOrEqualTo(partitions(source));
            }
        });
    }

    /** The ledger reads these together: a user has to be on the same partition of each. */
    @Test
    void topicsKeyedByUserForTheLedgerAreCoPartitioned() {
        assertThat(List.of("orders", "rebate-commands", "rebates"))
                .extracting(name -> partitions(name))
                .containsOnly(partitions("orders"));
    }

    private int partitions(String topic) {
        return Objects.requireNonNull(topics.get(topic), topic)
                .path("partitions")
                .asInt();
    }

    @Test
    void readmeHasEveryTopicAsItIs() {
        var readme = Contracts.text("README.md");

        topics.forEach((name, topic) -> {
            if (!name.endsWith("-dead")) {
                assertThat(readme).contains(row(name, topic));
            }
        });
    }

    private static String row(String name, JsonNode topic) {
        var compacted = topic.path("cleanup_policy").asText().equals("compact");
        var days = topic.path("retention_days").asInt();
        return "| %s | %s | %s | %s |"
                .formatted(
                        name,
                        topic.path("key").asText(),
                        topic.path("owner").asText(),
                        compacted ? "compacted" : days < 0 ? "for ever" : days + " days");
    }

    private static void collectReferences(JsonNode node, List<String> references) {
        if (node.has("$ref")) {
            references.add(node.path("$ref").asText());
        }
        node.forEach(child -> collectReferences(child, references));
    }

    private static SortedSet<String> names(JsonNode object) {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode asyncapi() {
        var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        return Contracts.JSON.valueToTree(yaml.load(Contracts.text("asyncapi.yaml")));
    }
}
