package com.rebatesuite.inventory.reconciliation.postgres;

import com.rebatesuite.inventory.reconciliation.Break;
import com.rebatesuite.inventory.reconciliation.Finding;
import com.rebatesuite.inventory.reconciliation.Finding.Ruling;
import com.rebatesuite.inventory.reconciliation.Finding.Verdict;
import com.rebatesuite.inventory.reconciliation.HoldBreak;
import com.rebatesuite.inventory.reconciliation.Kind;
import com.rebatesuite.inventory.reconciliation.LevelBreak;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code reconciliation_break}: the evidence is kept as it was. */
@Component
class BreakRows {

    private static final String SELECT = """
            select number, kind, evidence, ruling, decided_by, decided_at, decided_because
              from reconciliation_break
             where reconciliation_id = ?
            """;

    private final JdbcClient jdbc;
    private final JsonMapper mapper;

    BreakRows(JdbcClient jdbc, JsonMapper mapper) {
        this.jdbc = jdbc;
        this.mapper = mapper;
    }

    void insert(UUID id, List<Break> breaks) {
        if (breaks.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into reconciliation_break (reconciliation_id, number, kind, evidence)
                        select ?, number, kind, evidence::jsonb
                          from unnest(?::text[], ?::text[]) with ordinality as row (kind, evidence, number)
                        """)
                .param(id)
                .param(texts(breaks, found -> found.kind().wire()))
                .param(texts(breaks, mapper::writeValueAsString))
                .update();
    }

    List<Finding> findings(UUID id, int after, int limit) {
        return jdbc.sql(SELECT + "and number > ? order by number limit ?")
                .param(id)
                .param(after)
                .param(limit)
                .query(this::finding)
                .list();
    }

    Optional<Finding> lock(UUID id, int number) {
        return jdbc.sql(SELECT + "and number = ? for update")
                .param(id)
                .param(number)
                .query(this::finding)
                .optional();
    }

    void decide(UUID id, int number, Verdict verdict) {
        jdbc.sql("""
                        update reconciliation_break
                           set ruling = ?, decided_by = ?, decided_at = ?, decided_because = ?
                         where reconciliation_id = ? and number = ?
                        """)
                .param(verdict.ruling().wire())
                .param(verdict.actor())
                .param(PostgresReconciliations.time(verdict.at()))
                .param(verdict.reason())
                .param(id)
                .param(number)
                .update();
    }

    private Finding finding(ResultSet row, int number) throws SQLException {
        var type = Kind.of(row.getString("kind")).ofLevel() ? LevelBreak.class : HoldBreak.class;
        return new Finding(row.getInt("number"), mapper.readValue(row.getString("evidence"), type), verdict(row));
    }

    private static @Nullable Verdict verdict(ResultSet row) throws SQLException {
        var ruling = row.getString("ruling");
        return ruling == null
                ? null
                : new Verdict(
                        Ruling.of(ruling),
                        row.getString("decided_by"),
                        Objects.requireNonNull(ReconciliationRows.instant(row, "decided_at")),
                        row.getString("decided_because"));
    }

    private static String[] texts(List<Break> breaks, Function<Break, String> column) {
        return breaks.stream().map(column).toArray(String[]::new);
    }
}
