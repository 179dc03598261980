package com.rebatesuite.analytics.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rebatesuite.analytics.behaviour.BehaviourEvent.CartAdded;
import com.rebatesuite.analytics.behaviour.BehaviourEvent.Occasion;
import com.rebatesuite.analytics.behaviour.BehaviourEvent.ProductSearched;
import com.rebatesuite.analytics.behaviour.BehaviourEvent.ProductViewed;
import com.rebatesuite.analytics.behaviour.Checked.Bad;
import com.rebatesuite.analytics.behaviour.Checked.Good;
import com.rebatesuite.analytics.behaviour.Checked.Repeated;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One event of a batch at a time: what is good is kept, what is not is explained. */
class CollectBehaviourTest {

    private static final Instant NOW = Instant.parse("2026-01-05T10:15:30Z");

    private final List<BehaviourEvent> kept = new ArrayList<>();
    private final CollectBehaviour behaviour = new CollectBehaviour(kept::addAll, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void keepsEveryKindOfEvent() {
        var answers = behaviour.collect(
                "alice",
                List.of(
                        event("product-viewed", Map.of("sku", "TEA", "category", "groceries")),
                        event("product-searched", Map.of("event_id", "e-2", "query", "green tea")),
                        event("cart-added", Map.of("event_id", "e-3", "sku", "TEA", "quantity", 2))));

        assertThat(kept)
                .containsExactly(
                        new ProductViewed(occasion("e-1", NOW), "TEA", "groceries"),
                        new ProductSearched(occasion("e-2", NOW), "green tea"),
                        new CartAdded(occasion("e-3", NOW), "TEA", null, 2));
        assertThat(answers)
                .containsExactlyElementsOf(kept.stream().map(Good::new).toList());
    }

    @Test
    void takesTheUserFromTheCallerWhateverTheEventSays() {
        behaviour.collect("alice", List.of(event("product-viewed", Map.of("sku", "TEA", "user_id", "mallory"))));

        assertThat(kept).extracting(event -> event.occasion().userId()).containsExactly("alice");
    }

    @Test
    void oneBadEventDoesNotSpoilTheOthers() {
        var answers = behaviour.collect(
                "alice",
                List.of(
                        event("product-viewed", Map.of()),
                        event("product-viewed", Map.of("event_id", "e-2", "sku", "TEA"))));

        assertThat(answers.getFirst())
                .isEqualTo(new Bad("e-1", List.of("sku: null (expected: a text of 1..128 characters)")));
        assertThat(kept).hasSize(1);
    }

    @Test
    void keepsARepeatWithinTheBatchOnce() {
        var view = event("product-viewed", Map.of("sku", "TEA"));

        assertThat(behaviour.collect("alice", List.of(view, view))).last().isEqualTo(new Repeated("e-1"));
        assertThat(kept).hasSize(1);
    }

    /** A phone whose clock runs ahead a little is believed, one that is far ahead is not; what is a week old is refused. */
    @ParameterizedTest
    @CsvSource({
        "PT0S, PT0S",
        "PT5M, PT5M",
        "PT5M0.001S, PT0S",
        "P400D, PT0S",
        "-P7D, -P7D",
        "-PT1H, -PT1H",
    })
    void correctsAClockThatRunsAhead(Duration told, Duration kept) {
        behaviour.collect("alice", List.of(at(NOW.plus(told))));

        assertThat(this.kept).extracting(event -> event.occasion().occurredAt()).containsExactly(NOW.plus(kept));
    }

    @Test
    void refusesWhatIsOlderThanAWeek() {
        var answers = behaviour.collect(
                "alice", List.of(at(NOW.minus(Duration.ofDays(7)).minusMillis(1))));

        assertThat(answers)
                .containsExactly(new Bad(
                        "e-1", List.of("occurred_at: 2025-12-29T10:15:29.999Z (expected: at most 7 days ago)")));
        assertThat(kept).isEmpty();
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        var nonsense = new HashMap<String, @Nullable Object>();
        nonsense.put("event_id", 7);
        nonsense.put("type", "cart-added");
        nonsense.put("occurred_at", "yesterday");
        nonsense.put("sku", " ");
        nonsense.put("quantity", "two");

        assertThat(behaviour.collect("alice", List.of(nonsense)))
                .containsExactly(new Bad(
                        "",
                        List.of(
                                "event_id: 7 (expected: a text of 1..128 characters)",
                                "occurred_at: yesterday (expected: an instant such as 2026-01-05T10:15:30Z)",
                                "sku:   (expected: a text of 1..128 characters)",
                                "quantity: two (expected: a whole number of 1..1000000)")));
    }

    @Test
    void refusesAnUnknownTypeAndWhatIsNoObject() {
        assertThat(behaviour.collect("alice", List.of(event("wish-made", Map.of()), 7)))
                .containsExactly(
                        new Bad(
                                "e-1",
                                List.of("type: wish-made (expected: product-viewed, product-searched or cart-added)")),
                        new Bad("", List.of("event: 7 (expected: an object)")));
    }

    @Test
    void answersNothingWhenTheLogDoesNot() {
        var away = new BehaviourLog.BehaviourUnavailable("away", new IllegalStateException());
        var refused = new CollectBehaviour(
                events -> {
                    throw away;
                },
                Clock.fixed(NOW, ZoneOffset.UTC));

        assertThatThrownBy(() -> refused.collect("alice", List.of(at(NOW)))).isSameAs(away);
    }

    private static Map<String, Object> at(Instant occurredAt) {
        return event("product-viewed", Map.of("sku", "TEA", "occurred_at", occurredAt.toString()));
    }

    private static Map<String, Object> event(String type, Map<String, Object> more) {
        var event = new HashMap<String, Object>();
        event.put("event_id", "e-1");
        event.put("type", type);
        event.put("occurred_at", NOW.toString());
        event.putAll(more);
        return event;
    }

    private static Occasion occasion(String eventId, Instant occurredAt) {
        return new Occasion(eventId, "alice", occurredAt, NOW);
    }
}
