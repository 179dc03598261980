package com.rebatesuite.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rebatesuite.platform.PlatformIT;
import com.rebatesuite.platform.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Everything twice: for a consumer of batches and for one of single records. */
class ConsumersIT extends PlatformIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    @Autowired
    private Consumers.Seen seen;

    @Autowired
    private MeterRegistry meters;

    @ParameterizedTest(name = "{0}")
    @CsvSource({"things", "notes"})
    void putsAMalformedRecordAmongTheDeadAtOnceAndGoesOn(String consumer) {
        var names = names("good", 5);

        topic(consumer).send("k", event(names.get(0)), Map.of());
        topic(consumer).send("k", "{\"nonsense\": " + consumer, Map.of("kept", "as it was"));
        names.subList(1, 5).forEach(name -> topic(consumer).send("k", event(name), Map.of()));

        await().atMost(LONG).untilAsserted(() -> assertThat(handled(consumer)).containsAll(names));
        assertThat(handled(consumer).stream().filter(names::contains)).containsExactlyElementsOf(names);
        var letters = dead(consumer).records().stream()
                .filter(record -> new String(record.value(), java.nio.charset.StandardCharsets.UTF_8)
                        .equals("{\"nonsense\": " + consumer))
                .toList();
        assertThat(letters).hasSize(1);
        assertThat(Topic.header(letters.getFirst(), "exception")).contains(MalformedEvent.class.getName());
        assertThat(Topic.header(letters.getFirst(), "reason").orElseThrow()).contains("not JSON");
        assertThat(Topic.header(letters.getFirst(), "kept")).contains("as it was");
        assertThat(Topic.header(letters.getFirst(), "kafka_dlt-original-topic"))
                .contains(topic(consumer).name());
        assertThat(letters.getFirst().headers().lastHeader("kafka_dlt-original-offset"))
                .isNotNull();
        assertThat(letters.getFirst().headers().lastHeader("kafka_dlt-original-partition"))
                .isNotNull();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"things", "notes"})
    void waitsForAStoreThatIsAwayAndLosesNothing(String consumer) {
        var names = names("patient", 20);
        var deadBefore = dead(consumer).records().size();

        seen.storeIsAway(true);
        names.forEach(name -> topic(consumer).send("k", event(name), Map.of()));
        // Many more tries than a record gets that fails for a reason of its own.
        await().atMost(LONG).until(() -> seen.tries(consumer, names.getFirst()) > 8);
        seen.storeIsAway(false);

        await().atMost(LONG).untilAsserted(() -> assertThat(handled(consumer)).containsAll(names));
        assertThat(handled(consumer).stream().filter(names::contains)).containsExactlyElementsOf(names);
        assertThat(dead(consumer).records()).hasSize(deadBefore);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"things", "notes"})
    void triesAFewTimesAndPutsOnlyTheCulpritAmongTheDead(String consumer) {
        var before = names("before", 3);
        var faulty = names("faulty", 1).getFirst();
        var after = names("after", 3);

        before.forEach(name -> topic(consumer).send("k", event(name), Map.of()));
        topic(consumer).send("k", event(faulty), Map.of());
        after.forEach(name -> topic(consumer).send("k", event(name), Map.of()));

        await().atMost(LONG).untilAsserted(() -> assertThat(handled(consumer)).containsAll(after));
        assertThat(handled(consumer)).containsAll(before).doesNotContain(faulty);
        assertThat(seen.tries(consumer, faulty)).isEqualTo(3);
        before.forEach(name -> assertThat(seen.tries(consumer, name)).isEqualTo(1));
        assertThat(dead(consumer).values().stream().filter(value -> value.contains(faulty)))
                .hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"things", "notes"})
    void skipsAndCountsATypeNobodyAskedFor(String consumer) {
        var known = names("known", 1).getFirst();
        var skipped = meters.counter("events.skipped", "consumer", consumer, "type", "thing-unheard-of.v7");
        var before = skipped.count();

        topic(consumer).send("k", event("x").replace("thing-happened.v1", "thing-unheard-of.v7"), Map.of());
        topic(consumer).send("k", event(known), Map.of());

        await().atMost(LONG).untilAsserted(() -> assertThat(handled(consumer)).contains(known));
        assertThat(skipped.count()).isEqualTo(before + 1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"things", "notes"})
    void goesOnInTheTraceOfTheRecord(String consumer) {
        var name = names("traced", 1).getFirst();
        var trace = "0af7651916cd43dd8448eb211c80319c";

        topic(consumer).send("k", event(name), Map.of("traceparent", "00-" + trace + "-b7ad6b7169203331-01"));

        await().atMost(LONG)
                .untilAsserted(
                        () -> assertThat(seen.by(consumer)).contains(new Consumers.Sighting(consumer, name, trace)));
    }

    private static Topic topic(String consumer) {
        return consumer.equals("things") ? THINGS : NOTES;
    }

    private static Topic dead(String consumer) {
        return consumer.equals("things") ? DEAD_THINGS : DEAD_NOTES;
    }

    private static List<String> names(String prefix, int count) {
        var run = UUID.randomUUID();
        return IntStream.range(0, count)
                .mapToObj(i -> prefix + "-" + run + "-" + i)
                .toList();
    }

    private List<String> handled(String consumer) {
        return seen.by(consumer).stream().map(Consumers.Sighting::name).toList();
    }

    private static String event(String name) {
        return """
                {"specversion": "1.0", "id": "0199b76d-a800-7000-8000-000000000001", "source": "/test",
                 "type": "thing-happened.v1", "time": "2026-01-05T10:15:30Z", "subject": "s",
                 "datacontenttype": "application/json", "data": {"name": "%s", "unknown_field": 1}}
                """.formatted(name);
    }
}
