package com.rebatesuite.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.rebatesuite.platform.event.CloudEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.kafka.listener.BatchListenerFailedException;
import tools.jackson.databind.json.JsonMapper;

class EventRouterTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<CloudEvent<Thing>> handled = new ArrayList<>();
    private final EventRouter router = EventRouter.builder(JsonMapper.builder().build(), meters, "test")
            .on("thing.v1", Thing.class, handled::add)
            .build();

    @Test
    void givesAnEventToTheHandlerOfItsType() {
        router.handle(event("thing.v1", "{\"name\": \"a\", \"more\": 1}"));

        assertThat(handled)
                .containsExactly(CloudEvent.of(
                        "id-1", "/test", "thing.v1", Instant.parse("2026-01-05T10:15:30Z"), "s", new Thing("a")));
    }

    @Test
    void skipsAndCountsOtherTypes() {
        router.handle(event("other.v1", "{}"));

        assertThat(handled).isEmpty();
        assertThat(meters.counter("events.skipped", "consumer", "test", "type", "other.v1")
                        .count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "42",
                "{}",
                "{\"type\": 7}",
                "{\"type\": \"thing.v1\"}",
                "{\"type\": \"thing.v1\", \"id\": \"i\", \"source\": \"s\", \"time\": \"yesterday\", \"subject\": \"s\", \"data\": {}}",
                "{\"type\": \"thing.v1\", \"id\": \"i\", \"source\": \"s\", \"time\": \"2026-01-05T10:15:30Z\", \"subject\": \"s\", \"data\": []}",
                "{\"type\": \"thing.v1\", \"id\": \"i\", \"source\": \"s\", \"time\": \"2026-01-05T10:15:30Z\", \"subject\": \"s\", \"data\": {\"name\": \"\"}}"
            })
    void callsMalformedWhatIsNoEventOfOurs(String record) {
        assertThatThrownBy(() -> router.handle(record.getBytes(UTF_8))).isInstanceOf(MalformedEvent.class);
    }

    @Test
    void saysWhichRecordOfABatchFailed() {
        var failure = catchThrowableOfType(
                BatchListenerFailedException.class,
                () -> router.handleAll(List.of(thing("a"), thing("b"), "{".getBytes(UTF_8), thing("c"))));

        assertThat(failure.getIndex()).isEqualTo(2);
        assertThat(handled).hasSize(2);
    }

    @Test
    void handlesABatchTogetherUpToTheMalformedRecord() {
        var sets = new ArrayList<List<String>>();
        var records = List.of(thing("a"), event("other.v1", "{}"), thing("b"), "{".getBytes(UTF_8), thing("c"));

        var failure = catchThrowableOfType(
                BatchListenerFailedException.class,
                () -> router.handleTogether(records, events -> sets.add(names(events))));

        assertThat(sets).containsExactly(List.of("a", "b"));
        assertThat(failure.getIndex()).isEqualTo(3);
        assertThat(failure).hasCauseInstanceOf(MalformedEvent.class);
    }

    @Test
    void findsTheCulpritOfASetThatFailed() {
        var done = new ArrayList<String>();
        var records = List.of(thing("a"), thing("b"), thing("faulty"), thing("c"));

        var failure = catchThrowableOfType(
                BatchListenerFailedException.class,
                () -> router.handleTogether(records, events -> {
                    if (names(events).contains("faulty")) {
                        throw new IllegalStateException("a fault");
                    }
                    done.addAll(names(events));
                }));

        assertThat(failure.getIndex()).isEqualTo(2);
        assertThat(done).containsExactly("a", "b");
    }

    @Test
    void looksForNoCulpritWhileTheStoreIsAway() {
        var calls = new ArrayList<Integer>();

        var failure = catchThrowableOfType(
                BatchListenerFailedException.class,
                () -> router.handleTogether(List.of(thing("a"), thing("b")), events -> {
                    calls.add(events.size());
                    throw new QueryTimeoutException("slow");
                }));

        assertThat(failure.getIndex()).isZero();
        assertThat(calls).containsExactly(2);
    }

    @Test
    void takesOneHandlerPerType() {
        var builder = EventRouter.builder(JsonMapper.builder().build(), meters, "test")
                .on("thing.v1", Thing.class, handled::add);

        assertThatThrownBy(() -> builder.on("thing.v1", Thing.class, handled::add))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> names(List<Routed> events) {
        return events.stream()
                .map(routed -> ((Thing) routed.event().data()).name())
                .toList();
    }

    private static byte[] thing(String name) {
        return event("thing.v1", "{\"name\": \"" + name + "\"}");
    }

    private static byte[] event(String type, String data) {
        return """
                {"specversion": "1.0", "id": "id-1", "source": "/test", "type": "%s", "time": "2026-01-05T10:15:30Z",
                 "subject": "s", "data": %s}
                """.formatted(type, data).getBytes(UTF_8);
    }

    record Thing(String name) {

        Thing {
            if (name.isEmpty()) {
                throw new IllegalArgumentException("name: '' (expected: not empty)");
            }
        }
    }
}
