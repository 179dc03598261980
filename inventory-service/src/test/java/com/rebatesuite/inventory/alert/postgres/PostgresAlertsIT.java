package com.rebatesuite.inventory.alert.postgres;

import static com.rebatesuite.inventory.alert.CrossingFixture.NOW;
import static com.rebatesuite.inventory.alert.CrossingFixture.TEA;
import static com.rebatesuite.inventory.alert.CrossingFixture.crossed;
import static com.rebatesuite.inventory.alert.CrossingFixture.heard;
import static com.rebatesuite.inventory.alert.CrossingFixture.walk;
import static com.rebatesuite.inventory.level.Supply.LOW;
import static com.rebatesuite.inventory.level.Supply.OK;
import static com.rebatesuite.inventory.level.Supply.OUT;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.inventory.Contract;
import com.rebatesuite.inventory.ServiceDatabase;
import com.rebatesuite.inventory.alert.Alert;
import com.rebatesuite.inventory.alert.AlertQuery;
import com.rebatesuite.inventory.alert.AlertState;
import com.rebatesuite.inventory.alert.Alerts;
import com.rebatesuite.inventory.alert.AlertsContract;
import com.rebatesuite.inventory.alert.InMemoryAlerts;
import com.rebatesuite.inventory.alert.Pace;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same in PostgreSQL, with everything that only a database can do. */
class PostgresAlertsIT extends AlertsContract {

    private static ServiceDatabase database;

    @BeforeAll
    static void start() {
        database = new ServiceDatabase();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Override
    protected Alerts empty() {
        database.jdbc.sql("truncate stock_alert, stock_crossing cascade").update();
        return new PostgresAlerts(database.jdbc, Contract.JSON);
    }

    @Override
    protected void transactionally(Runnable work) {
        database.transaction.executeWithoutResult(status -> work.run());
    }

    /** Two replicas may hold the same partition for a moment. */
    @Test
    void twoConsumersOfOneLevelLeadToTheSameAlerts() throws Exception {
        var alerts = empty();
        var truth = walk(TEA, 40, new SplittableRandom(7));
        var consumers = new ArrayList<Callable<Void>>();
        for (int half = 0; half < 2; half++) {
            int own = half;
            consumers.add(() -> {
                for (int at = 0; at < truth.size(); at++) {
                    var crossing = truth.get(at % 3 == own ? at : truth.size() - 1 - at);
                    transactionally(() -> raising(alerts).raise(heard(List.of(crossing))));
                    var next = truth.get(at);
                    transactionally(() -> raising(alerts).raise(heard(List.of(next))));
                }
                return null;
            });
        }
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var done : threads.invokeAll(consumers)) {
                done.get();
            }
        }

        var inOrder = new InMemoryAlerts();
        truth.forEach(crossing -> raising(inOrder).raise(heard(List.of(crossing))));
        assertThat(rows(alerts))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                .containsExactlyInAnyOrderElementsOf(rows(inOrder));
    }

    @Test
    void remindsOfWhatIsOpenAFewTimesAndForgetsWhatIsLongOver() {
        var alerts = empty();
        raise(crossed(1, OK, LOW), crossed(2, LOW, OK), crossed(3, OK, OUT));
        var later = NOW.plus(Duration.ofHours(5));

        assertThat(alerts.takeForReminder(NOW, 2, later, 10)).isEmpty();
        assertThat(alerts.takeForReminder(NOW.plusSeconds(60), 2, later, 10))
                .extracting(Alert::state)
                .containsExactly(AlertState.OPEN);
        assertThat(alerts.takeForReminder(NOW.plusSeconds(60), 2, later, 10)).isEmpty();
        assertThat(alerts.takeForReminder(later, 2, later, 10)).hasSize(1);
        assertThat(alerts.takeForReminder(later, 2, later, 10)).isEmpty();

        assertThat(alerts.forget(NOW, 10)).isZero();
        assertThat(alerts.forget(later, 10)).isEqualTo(1);
        assertThat(rows(alerts)).extracting(Alert::kind).containsExactly(OUT);
        assertThat(database.number("select count(*) from stock_crossing")).isEqualTo(1);
    }

    @Test
    void readsFromTheJournalHowFastALevelLeaves() {
        var departures = new JournalDepartures(database.jdbc);
        movement(1, "receipt", 50, 0, 0, 10);
        movement(2, "hold", 0, 9, 0, 70);
        movement(3, "hold", 0, 7, 0, 50);
        movement(4, "release", 0, -2, 0, 40);
        movement(5, "commit", -5, -5, 0, 30);
        movement(6, "sale", -1, 0, 2, 20);
        movement(7, "adjustment", -9, 0, 0, 10);
        movement(8, "hold", 0, 4, 0, -1);

        assertThat(departures.of(TEA, NOW.minus(Duration.ofHours(1)), NOW)).isEqualTo(new Pace(8, Duration.ofHours(1)));
        assertThat(departures.of(TEA, NOW.minus(Duration.ofMinutes(45)), NOW.minus(Duration.ofMinutes(35))))
                .isEqualTo(new Pace(0, Duration.ofMinutes(10)));
    }

    @Test
    void aProductIsGeneralUntilSomebodySaysOtherwise() {
        var categories = new PostgresCategories(database.jdbc);
        categories.put(Map.of("C-1", "tea", "C-2", "tea"));
        categories.put(Map.of("C-2", "coffee"));

        assertThat(List.of(categories.of("C-1"), categories.of("C-2"), categories.of("C-3")))
                .containsExactly("tea", "coffee", "general");
    }

    private static List<Alert> rows(Alerts alerts) {
        return alerts.page(new AlertQuery(null, null, null, null, 200));
    }

    private static void movement(long sequence, String reason, long onHand, long held, long shortfall, int minutesAgo) {
        database.jdbc
                .sql("""
                insert into movement (id, sku, location, sequence, reason, reference, cause, actor, on_hand_delta,
                        held_delta, damaged_delta, shortfall_delta, on_hand, held, damaged, recorded_at)
                values (gen_random_uuid(), ?, ?, ?, ?, 'test', ?, 'test', ?, ?, 0, ?, 0, 0, 0, ?)
                """)
                .params(TEA.sku(), TEA.location(), sequence, reason, "cause/" + sequence, onHand, held, shortfall)
                .param(OffsetDateTime.ofInstant(NOW.minus(Duration.ofMinutes(minutesAgo)), ZoneOffset.UTC))
                .update();
    }
}
