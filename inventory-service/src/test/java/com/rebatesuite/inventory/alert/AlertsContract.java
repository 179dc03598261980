package com.rebatesuite.inventory.alert;

import static com.rebatesuite.inventory.alert.CrossingFixture.NOW;
import static com.rebatesuite.inventory.alert.CrossingFixture.TEA;
import static com.rebatesuite.inventory.alert.CrossingFixture.crossed;
import static com.rebatesuite.inventory.alert.CrossingFixture.heard;
import static com.rebatesuite.inventory.alert.CrossingFixture.walk;
import static com.rebatesuite.inventory.level.Supply.LOW;
import static com.rebatesuite.inventory.level.Supply.OK;
import static com.rebatesuite.inventory.level.Supply.OUT;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.inventory.alert.AlertChange.Occasion;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.StockLevel;
import com.rebatesuite.inventory.view.Levels;
import com.rebatesuite.platform.event.EventIds;
import com.rebatesuite.platform.telemetry.Traces;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is true of alerts wherever they are kept. */
public abstract class AlertsContract {

    private final List<AlertChange> told = new ArrayList<>();
    private Alerts alerts = new InMemoryAlerts();
    private RaiseAlerts raiseAlerts = raising(alerts);

    /** An empty place to keep alerts. */
    protected abstract Alerts empty();

    /** In a transaction of their own, if that means anything there. */
    protected abstract void transactionally(Runnable work);

    protected static Stream<Long> seeds() {
        return LongStream.range(0, 40).boxed();
    }

    @BeforeEach
    void empties() {
        alerts = empty();
        raiseAlerts = raising(alerts, List.of(told::addAll));
    }

    /** Raises alerts of which nobody is told, as {@link #raising(Alerts, List)}. */
    public static RaiseAlerts raising(Alerts into) {
        return raising(into, List.of());
    }

    /** Raises alerts of groceries of which 8 units leave in an hour. */
    private static RaiseAlerts raising(Alerts into, List<AlertAnnouncements> announcements) {
        var project = new ProjectStockOut(
                new NoLevels(),
                (key, from, until) -> new Pace(8, Duration.between(from, until)),
                Clock.fixed(NOW, ZoneOffset.UTC));
        return new RaiseAlerts(into, new Groceries(), project, announcements, EventIds.timeOrdered());
    }

    @Test
    void oneAlertGoesFromLowToOutAndIsCleared() {
        raise(crossed(2, OK, LOW));
        var raised = only();
        raise(crossed(5, LOW, OUT));
        raise(crossed(9, OUT, OK));

        assertThat(raised.state()).isEqualTo(AlertState.OPEN);
        assertThat(raised.kind()).isEqualTo(LOW);
        assertThat(raised.category()).isEqualTo("groceries");
        assertThat(raised.projectedOutAt()).isEqualTo(NOW.plusSeconds(2).plus(Duration.ofHours(1)));
        var cleared = only();
        assertThat(cleared.id()).isEqualTo(raised.id());
        assertThat(cleared.state()).isEqualTo(AlertState.CLEARED);
        assertThat(cleared.kind()).isEqualTo(OUT);
        assertThat(cleared.raisedAt()).isEqualTo(NOW.plusSeconds(2));
        assertThat(cleared.clearedAt()).isEqualTo(NOW.plusSeconds(9));
        assertThat(alerts.crossings(cleared)).extracting(Crossed::sequence).containsExactly(2L, 5L, 9L);
        assertThat(occasions()).containsExactly(Occasion.RAISED, Occasion.CHANGED, Occasion.CLEARED);
    }

    @Test
    void tellsOfEveryCrossingOnceHoweverOftenItIsHeard() {
        var low = crossed(2, OK, LOW);
        var out = crossed(5, LOW, OUT);
        raise(low);
        raise(low, out);
        raise(out, low);

        assertThat(occasions()).containsExactly(Occasion.RAISED, Occasion.CHANGED);
    }

    @Test
    void raisesWhatIsHeardLateWhereItBelongs() {
        raise(crossed(5, LOW, OUT));
        var raised = only();
        raise(crossed(2, OK, LOW));

        assertThat(only().id()).isEqualTo(raised.id());
        assertThat(only().raisedAt()).isEqualTo(NOW.plusSeconds(2));
        assertThat(only().kind()).isEqualTo(OUT);
        assertThat(occasions()).containsExactly(Occasion.RAISED);
    }

    @Test
    void seesFromTheNextShortageThatTheOneBeforeIsOver() {
        raise(crossed(2, OK, LOW));
        raise(crossed(9, OK, OUT));

        assertThat(rows()).extracting(Alert::state).containsExactlyInAnyOrder(AlertState.CLEARED, AlertState.OPEN);
        raise(crossed(7, LOW, OK));
        assertThat(rows()).extracting(Alert::clearedAt).contains(NOW.plusSeconds(7));
    }

    @Test
    void enoughAfterNobodyKnowsWhatIsNoAlert() {
        raise(crossed(2, LOW, OK));

        assertThat(rows()).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void whoAcknowledgesIsNotAskedAgainUntilItGetsWorse() {
        raise(crossed(2, OK, OUT));
        acknowledge("olga", "ordered");
        acknowledge("otto", null);
        raise(crossed(4, OUT, LOW));

        assertThat(only().state()).isEqualTo(AlertState.ACKNOWLEDGED);
        assertThat(only().acknowledgement()).isEqualTo(new Acknowledgement("olga", NOW, "ordered", 2));
        raise(crossed(6, LOW, OUT));
        assertThat(only().state()).isEqualTo(AlertState.OPEN);
        raise(crossed(8, OUT, OK));
        acknowledge("otto", null);
        assertThat(only().state()).isEqualTo(AlertState.CLEARED);
        raise(crossed(9, OK, LOW));
        assertThat(rows()).extracting(Alert::state).containsExactlyInAnyOrder(AlertState.CLEARED, AlertState.OPEN);
        assertThat(occasions())
                .containsExactly(
                        Occasion.RAISED,
                        Occasion.ACKNOWLEDGED,
                        Occasion.CHANGED,
                        Occasion.CHANGED,
                        Occasion.CLEARED,
                        Occasion.RAISED);
    }

    @Test
    void nobodyAcknowledgesWhatIsNotThere() {
        assertThat(acknowledgeAlert().acknowledge(UUID.randomUUID(), "olga", null))
                .isEmpty();
    }

    @Test
    void listsTheNewestFirstInPagesByStateKindAndProduct() {
        var mug = LevelKey.main("MUG-1");
        raise(crossed(1, OK, LOW));
        raise(crossed(2, LOW, OK));
        raise(crossed(mug, 3, OK, OUT));

        var all = rows();
        assertThat(all).hasSize(2);
        assertThat(all.getFirst().id()).isGreaterThan(all.getLast().id());
        assertThat(alerts.page(new AlertQuery(null, null, null, all.getFirst().id(), 9)))
                .containsExactly(all.getLast());
        assertThat(alerts.page(new AlertQuery(AlertState.OPEN, OUT, "MUG-1", null, 9)))
                .extracting(Alert::level)
                .containsExactly(mug);
        assertThat(alerts.page(new AlertQuery(AlertState.OPEN, LOW, null, null, 9)))
                .isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyOrderAndNumberOfDeliveriesLeadsToTheSameAlerts(long seed) {
        var random = new SplittableRandom(seed);
        var truth = new ArrayList<Crossed>();
        for (var level : List.of(TEA, LevelKey.main("MUG-1"), new LevelKey("TEA-100", "north"))) {
            truth.addAll(walk(level, random.nextInt(1, 9), random));
        }
        var inOrder = new InMemoryAlerts();
        truth.forEach(crossed -> raising(inOrder).raise(heard(List.of(crossed))));

        var deliveries = new ArrayList<>(truth);
        truth.stream().filter(crossed -> random.nextInt(3) == 0).forEach(deliveries::add);
        Collections.shuffle(deliveries, new Random(seed));
        for (int at = 0; at < deliveries.size(); ) {
            int until = Math.min(deliveries.size(), at + random.nextInt(1, 5));
            raise(deliveries.subList(at, until).toArray(Crossed[]::new));
            at = until;
            assertOneIsOpenAtMost();
        }

        assertThat(withoutIds(rows())).containsExactlyInAnyOrderElementsOf(withoutIds(rows(inOrder)));
        told.clear();
        raise(truth.toArray(Crossed[]::new));
        assertThat(told).isEmpty();
    }

    protected final void raise(Crossed... crossings) {
        transactionally(() -> raiseAlerts.raise(heard(List.of(crossings))));
    }

    private void acknowledge(String by, @Nullable String note) {
        var newest = rows().getFirst().id();
        transactionally(() ->
                assertThat(acknowledgeAlert().acknowledge(newest, by, note)).isPresent());
    }

    private AcknowledgeAlert acknowledgeAlert() {
        return new AcknowledgeAlert(alerts, List.of(told::addAll), Clock.fixed(NOW, ZoneOffset.UTC), Traces.none());
    }

    private void assertOneIsOpenAtMost() {
        assertThat(rows().stream()
                        .filter(alert -> alert.state() != AlertState.CLEARED)
                        .map(Alert::level)
                        .toList())
                .doesNotHaveDuplicates();
    }

    private Alert only() {
        assertThat(rows()).hasSize(1);
        return rows().getFirst();
    }

    private List<Alert> rows() {
        return rows(alerts);
    }

    private static List<Alert> rows(Alerts alerts) {
        return alerts.page(new AlertQuery(null, null, null, null, 200));
    }

    private List<Occasion> occasions() {
        return told.stream().map(AlertChange::occasion).toList();
    }

    private static List<String> withoutIds(Collection<Alert> alerts) {
        return alerts.stream()
                .map(alert -> alert.toString().replace(alert.id().toString(), ""))
                .toList();
    }

    /** Nobody asks for them: a crossing says how many there are. */
    private static final class NoLevels implements Levels {

        @Override
        public Map<String, List<StockLevel>> of(Collection<String> skus) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> skusAfter(String sku, int limit) {
            throw new UnsupportedOperationException();
        }
    }

    /** Everything is a grocery. */
    private static final class Groceries implements Categories {

        @Override
        public String of(String sku) {
            return "groceries";
        }

        @Override
        public void put(Map<String, String> categoriesBySku) {
            throw new UnsupportedOperationException();
        }
    }
}
