package com.rebatesuite.inventory.transfer.postgres;

import static java.util.stream.Collectors.groupingBy;

import com.rebatesuite.inventory.movement.ReasonCode;
import com.rebatesuite.inventory.transfer.Kind;
import com.rebatesuite.inventory.transfer.Step;
import com.rebatesuite.inventory.transfer.Transfer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and writes transfers with their steps. */
final class TransferRows {

    private final JdbcClient jdbc;

    TransferRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those for which this is true. */
    List<Transfer> read(String condition, Object... parameters) {
        var heads = jdbc.sql("select id, source, destination, reference, opened_by, opened_at from transfer where "
                        + condition)
                .params(parameters)
                .query(TransferRows::head)
                .list();
        return with(heads);
    }

    /** Whether nobody was faster with the same request. */
    boolean insert(Transfer fresh) {
        jdbc.sql("""
                        insert into transfer (id, source, destination, reference, opened_by, opened_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(fresh.id(), fresh.source(), fresh.destination(), fresh.reference(), fresh.openedBy())
                .param(fresh.openedAt().atOffset(ZoneOffset.UTC))
                .update();
        return insertSteps(fresh) == 1;
    }

    /** Those that are not there yet; says how many. */
    int insertSteps(Transfer transfer) {
        int all = 0;
        for (var step : transfer.steps()) {
            int inserted = jdbc.sql("""
                            insert into transfer_step (request, transfer_id, kind, actor, reason_code, note, at)
                            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                            """)
                    .params(step.request(), transfer.id(), step.kind().wire(), step.actor())
                    .param(step.code() == null ? null : step.code().wire())
                    .param(step.note())
                    .param(step.at().atOffset(ZoneOffset.UTC))
                    .update();
            if (inserted == 1) {
                insertUnits(transfer, step);
            }
            all += inserted;
        }
        return all;
    }

    private void insertUnits(Transfer transfer, Step step) {
        jdbc.sql("""
                        insert into transfer_unit (transfer_id, request, sku, quantity)
                        select ?, ?, sku, quantity from unnest(?::text[], ?::bigint[]) as row (sku, quantity)
                        """)
                .params(transfer.id(), step.request())
                .param(step.units().keySet().toArray(String[]::new))
                .param(step.units().values().stream().mapToLong(Long::longValue).toArray())
                .update();
    }

    private List<Transfer> with(List<Transfer> heads) {
        if (heads.isEmpty()) {
            return heads;
        }
        var steps = jdbc
                .sql("""
                        select transfer_id, request, kind, actor, reason_code, note, at, cause is not null as booked,
                               array_agg(sku order by sku) as skus, array_agg(quantity order by sku) as quantities
                          from transfer_step
                          join transfer_unit using (transfer_id, request)
                          left join booked_cause on cause = 'transfer/' || transfer_id || '/' || request
                         where transfer_id = any (?::uuid[])
                         group by transfer_step.transfer_id, transfer_step.request, cause
                         order by transfer_step.number
                        """)
                .param(heads.stream().map(head -> head.id().toString()).toArray(String[]::new))
                .query(TransferRows::step)
                .list()
                .stream()
                .collect(groupingBy(StepOf::transfer));
        return heads.stream()
                .map(head -> with(head, steps.getOrDefault(head.id(), new ArrayList<>())))
                .toList();
    }

    private static Transfer with(Transfer head, List<StepOf> steps) {
        return new Transfer(
                head.id(),
                head.source(),
                head.destination(),
                head.reference(),
                head.openedBy(),
                head.openedAt(),
                steps.stream().map(StepOf::step).toList());
    }

    private static Transfer head(ResultSet row, int number) throws SQLException {
        return new Transfer(
                row.getObject("id", UUID.class),
                row.getString("source"),
                row.getString("destination"),
                row.getString("reference"),
                row.getString("opened_by"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                List.of());
    }

    private static StepOf step(ResultSet row, int number) throws SQLException {
        var skus = (String[]) row.getArray("skus").getArray();
        var quantities = (Long[]) row.getArray("quantities").getArray();
        var units = new TreeMap<String, Long>();
        for (int index = 0; index < skus.length; index++) {
            units.put(skus[index], quantities[index]);
        }
        var code = row.getString("reason_code");
        return new StepOf(
                row.getObject("transfer_id", UUID.class),
                new Step(
                        row.getString("request"),
                        Kind.of(row.getString("kind")),
                        units,
                        row.getString("actor"),
                        code == null ? null : ReasonCode.of(code),
                        row.getString("note"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("booked")));
    }

    private record StepOf(UUID transfer, Step step) {}
}
