package com.rebatesuite.inventory.reconciliation.postgres;

import com.rebatesuite.inventory.reconciliation.Finding;
import com.rebatesuite.inventory.reconciliation.Reconciliation;
import com.rebatesuite.inventory.reconciliation.Reconciliations;
import com.rebatesuite.inventory.reconciliation.Report;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reconciliations in the tables {@code reconciliation} and {@code reconciliation_break}. */
@Component
class PostgresReconciliations implements Reconciliations {

    private static final int ATTEMPTS = 3;

    private final JdbcClient jdbc;
    private final ReconciliationRows rows;
    private final BreakRows breaks;

    PostgresReconciliations(JdbcClient jdbc, ReconciliationRows rows, BreakRows breaks) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.breaks = breaks;
    }

    @Override
    public Reconciliation request(UUID id, String cause, @Nullable String sku, String actor, Instant at) {
        jdbc.sql("""
                        insert into reconciliation (id, cause, sku, actor, requested_at, progress)
                        values (?, ?, ?, ?, ?, 'requested')
                            on conflict (cause) do nothing
                        """)
                .param(id)
                .param(cause)
                .param(sku)
                .param(actor)
                .param(time(at))
                .update();
        return rows.ofCause(cause);
    }

    @Override
    public Optional<Turn> take(Instant now, Duration patience) {
        giveUp(now, patience);
        return jdbc.sql("""
                        update reconciliation
                           set progress = 'running', attempt = attempt + 1, taken_at = ?
                         where id = (select id
                                       from reconciliation
                                      where progress = 'requested' or (progress = 'running' and taken_at < ?)
                                      order by requested_at
                                      limit 1
                                        for update skip locked)
                        returning id, sku, attempt
                        """)
                .param(time(now))
                .param(time(now.minus(patience)))
                .query((row, number) ->
                        new Turn(row.getObject("id", UUID.class), row.getString("sku"), row.getInt("attempt")))
                .optional();
    }

    /** What kills whoever runs it is not tried for ever. */
    private void giveUp(Instant now, Duration patience) {
        jdbc.sql("""
                        update reconciliation
                           set progress = 'failed', finished_at = ?, remark = 'its runners have died'
                         where progress = 'running' and attempt >= ? and taken_at < ?
                        """)
                .param(time(now))
                .param(ATTEMPTS)
                .param(time(now.minus(patience)))
                .update();
    }

    @Override
    @Transactional
    public void complete(Turn turn, Report report, Instant at) {
        int mine = jdbc.sql("""
                        update reconciliation
                           set progress = 'completed', finished_at = ?, levels = ?, orders = ?, orders_side = ?, remark = ?
                         where id = ? and progress = 'running' and attempt = ?
                        """)
                .param(time(at))
                .param(report.levels())
                .param(report.orders())
                .param(report.ordersSide().wire())
                .param(report.remark())
                .param(turn.id())
                .param(turn.attempt())
                .update();
        if (mine == 1) {
            breaks.insert(turn.id(), report.breaks());
        }
    }

    @Override
    public void giveBack(Turn turn, String why, Instant at) {
        jdbc.sql("""
                        update reconciliation
                           set progress = case when attempt >= ? then 'failed' else 'requested' end,
                               finished_at = case when attempt >= ? then ?::timestamptz end, remark = ?
                         where id = ? and progress = 'running' and attempt = ?
                        """)
                .param(ATTEMPTS)
                .param(ATTEMPTS)
                .param(time(at))
                .param(why)
                .param(turn.id())
                .param(turn.attempt())
                .update();
    }

    @Override
    public Optional<Reconciliation> find(UUID id) {
        return rows.find(id);
    }

    @Override
    public List<Reconciliation> before(@Nullable UUID id, int limit) {
        return rows.before(id, limit);
    }

    @Override
    public List<Finding> findings(UUID id, int after, int limit) {
        return breaks.findings(id, after, limit);
    }

    @Override
    public Optional<Finding> lock(UUID id, int number) {
        return breaks.lock(id, number);
    }

    @Override
    public void decide(UUID id, int number, Finding.Verdict verdict) {
        breaks.decide(id, number, verdict);
    }

    static OffsetDateTime time(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
