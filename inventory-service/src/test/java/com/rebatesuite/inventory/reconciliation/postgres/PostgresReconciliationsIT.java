package com.rebatesuite.inventory.reconciliation.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.inventory.commit.postgres.StockDatabase;
import com.rebatesuite.inventory.level.Deltas;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.Tally;
import com.rebatesuite.inventory.movement.MovementSum;
import com.rebatesuite.inventory.movement.Reason;
import com.rebatesuite.inventory.reconciliation.Entry;
import com.rebatesuite.inventory.reconciliation.Finding;
import com.rebatesuite.inventory.reconciliation.Finding.Ruling;
import com.rebatesuite.inventory.reconciliation.Finding.Verdict;
import com.rebatesuite.inventory.reconciliation.Held;
import com.rebatesuite.inventory.reconciliation.HoldBreak;
import com.rebatesuite.inventory.reconciliation.Kind;
import com.rebatesuite.inventory.reconciliation.LevelBreak;
import com.rebatesuite.inventory.reconciliation.OrderSeen;
import com.rebatesuite.inventory.reconciliation.OrderState;
import com.rebatesuite.inventory.reconciliation.OrdersSide;
import com.rebatesuite.inventory.reconciliation.Reconciliation;
import com.rebatesuite.inventory.reconciliation.Reconciliation.Progress;
import com.rebatesuite.inventory.reconciliation.Reconciliations.Turn;
import com.rebatesuite.inventory.reconciliation.Report;
import com.rebatesuite.inventory.reservation.Status;
import com.rebatesuite.inventory.reservation.StockPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PostgresReconciliationsIT {

    private static final Instant NOW = Instant.parse("2026-01-05T10:15:30Z");
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final UUID ID = new UUID(1, 1);
    private static final Report NOTHING = new Report(3, 4, OrdersSide.PARTLY, "too many", List.of());

    private final StockDatabase database = new StockDatabase();
    private final PostgresReconciliations reconciliations = new PostgresReconciliations(
            database.jdbc,
            new ReconciliationRows(database.jdbc, JsonMapper.shared()),
            new BreakRows(database.jdbc, JsonMapper.shared()));

    @AfterEach
    void close() throws InterruptedException {
        database.close();
    }

    @Test
    void isAskedOncePerCause() {
        var first = request(ID, "one");

        assertThat(first.progress()).isEqualTo(Progress.REQUESTED);
        assertThat(request(new UUID(1, 2), "one")).isEqualTo(first);
        assertThat(request(new UUID(1, 3), "another").id()).isEqualTo(new UUID(1, 3));
        assertThat(reconciliations.before(null, 9)).hasSize(2);
        assertThat(reconciliations.before(new UUID(1, 3), 9)).containsExactly(first);
    }

    @Test
    void oneOfManyRunnersTakesIt() throws Exception {
        request(ID, "one");
        Callable<Boolean> runner = () -> reconciliations.take(NOW, PATIENCE).isPresent();
        try (var pool = Executors.newFixedThreadPool(6)) {
            int took = 0;
            for (var done :
                    pool.invokeAll(IntStream.range(0, 6).mapToObj(n -> runner).toList())) {
                took += done.get() ? 1 : 0;
            }
            assertThat(took).isEqualTo(1);
        }
    }

    @Test
    void whoeverIsThoughtDeadHasNoMoreSay() {
        request(ID, "one");
        var slow = take(NOW);
        var later = take(NOW.plus(PATIENCE).plusMillis(1));

        assertThat(later.attempt()).isEqualTo(2);
        reconciliations.complete(slow, NOTHING, NOW);
        reconciliations.giveBack(slow, "late", NOW);
        assertThat(progress()).isEqualTo(Progress.RUNNING);
        reconciliations.complete(later, NOTHING, NOW);
        assertThat(reconciliations.find(ID).orElseThrow())
                .isEqualTo(new Reconciliation(
                        ID,
                        "TEA-100",
                        "olga",
                        NOW,
                        Progress.COMPLETED,
                        NOW,
                        new Reconciliation.Summary(3, 4, OrdersSide.PARTLY, Map.of()),
                        "too many"));
        assertThat(reconciliations.take(NOW.plus(Duration.ofDays(1)), PATIENCE)).isEmpty();
    }

    @Test
    void whatAlwaysFailsIsNotTriedForEver() {
        request(ID, "one");
        for (int attempt = 1; attempt <= 3; attempt++) {
            reconciliations.giveBack(take(NOW), "the store is away", NOW);
        }

        assertThat(reconciliations.take(NOW, PATIENCE)).isEmpty();
        assertThat(progress()).isEqualTo(Progress.FAILED);
        assertThat(reconciliations.find(ID).orElseThrow().remark()).isEqualTo("the store is away");
    }

    @Test
    void whatAlwaysKillsItsRunnerIsNotTriedForEver() {
        request(ID, "one");
        var now = NOW;
        for (int attempt = 1; attempt <= 3; attempt++) {
            take(now);
            now = now.plus(PATIENCE).plusMillis(1);
        }

        assertThat(reconciliations.take(now, PATIENCE)).isEmpty();
        assertThat(progress()).isEqualTo(Progress.FAILED);
    }

    @Test
    void keepsTheEvidenceAsItWas() {
        var level = new LevelBreak(
                LevelKey.main("TEA-100"),
                new Tally(new Deltas(15, 1, 0, 2), 7),
                new Tally(new Deltas(10, 1, 0), 6),
                1,
                List.of(new Entry(6, Reason.RECEIPT, "receipt/1", "olga", new Deltas(10, 0, 0), NOW)));
        var hold = new HoldBreak(
                Kind.HOLD_OF_ENDED_ORDER,
                new UUID(7, 7),
                new Held(new UUID(7, 7), "alice", Status.HELD, StockPolicy.HOLD, NOW, 1, NOW),
                new OrderSeen(
                        new UUID(7, 7),
                        "alice",
                        OrderState.CANCELLED,
                        3,
                        NOW,
                        List.of(new OrderSeen.Units("TEA-100", 2))),
                List.of(new MovementSum("order/7", "TEA-100", Reason.HOLD, new Deltas(0, 2, 0))));
        var oneSided = new HoldBreak(Kind.HOLD_OF_UNKNOWN_ORDER, new UUID(7, 8), hold.held(), null, List.of());
        request(ID, "one");
        reconciliations.complete(
                take(NOW), new Report(1, 2, OrdersSide.COMPARED, null, List.of(level, hold, oneSided)), NOW);

        assertThat(reconciliations.findings(ID, 0, 9))
                .containsExactly(
                        new Finding(1, level, null), new Finding(2, hold, null), new Finding(3, oneSided, null));
        assertThat(reconciliations.findings(ID, 1, 1)).containsExactly(new Finding(2, hold, null));
        var verdict = new Verdict(Ruling.APPROVED, "olga", NOW, "checked");
        reconciliations.decide(ID, 2, verdict);
        assertThat(reconciliations.lock(ID, 2)).contains(new Finding(2, hold, verdict));
        assertThat(reconciliations.lock(ID, 4)).isEmpty();
        assertThat(reconciliations.find(ID).orElseThrow().summary())
                .isEqualTo(new Reconciliation.Summary(
                        1,
                        2,
                        OrdersSide.COMPARED,
                        Map.of(
                                Kind.LEVEL_NOT_JOURNAL, 1,
                                Kind.HOLD_OF_ENDED_ORDER, 1,
                                Kind.HOLD_OF_UNKNOWN_ORDER, 1)));
    }

    private Reconciliation request(UUID id, String cause) {
        return reconciliations.request(id, cause, "TEA-100", "olga", NOW);
    }

    private Turn take(Instant now) {
        return reconciliations.take(now, PATIENCE).orElseThrow();
    }

    private Progress progress() {
        return reconciliations.find(ID).orElseThrow().progress();
    }
}
