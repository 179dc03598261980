package com.rebatesuite.inventory.reconciliation.postgres;

import com.rebatesuite.inventory.reconciliation.Kind;
import com.rebatesuite.inventory.reconciliation.OrdersSide;
import com.rebatesuite.inventory.reconciliation.Reconciliation;
import com.rebatesuite.inventory.reconciliation.Reconciliation.Progress;
import com.rebatesuite.inventory.reconciliation.Reconciliation.Summary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the table {@code reconciliation}. */
@Component
class ReconciliationRows {

    private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {};
    private static final String SELECT = """
            select id, sku, actor, requested_at, progress, finished_at, levels, orders, orders_side, remark,
                   (select coalesce(jsonb_object_agg(kind, found), '{}')
                      from (select kind, count(*) as found
                              from reconciliation_break where reconciliation_id = id group by kind) counted) as breaks
              from reconciliation
            """;

    private final JdbcClient jdbc;
    private final JsonMapper mapper;

    ReconciliationRows(JdbcClient jdbc, JsonMapper mapper) {
        this.jdbc = jdbc;
        this.mapper = mapper;
    }

    Reconciliation ofCause(String cause) {
        return jdbc.sql(SELECT + "where cause = ?")
                .param(cause)
                .query(this::row)
                .single();
    }

    Optional<Reconciliation> find(UUID id) {
        return jdbc.sql(SELECT + "where id = ?").param(id).query(this::row).optional();
    }

    List<Reconciliation> before(@Nullable UUID id, int limit) {
        return jdbc.sql(SELECT + "where ?::uuid is null or id < ? order by id desc limit ?")
                .param(id)
                .param(id)
                .param(limit)
                .query(this::row)
                .list();
    }

    private Reconciliation row(ResultSet row, int number) throws SQLException {
        return new Reconciliation(
                row.getObject("id", UUID.class),
                row.getString("sku"),
                row.getString("actor"),
                Objects.requireNonNull(instant(row, "requested_at")),
                Progress.of(row.getString("progress")),
                instant(row, "finished_at"),
                summary(row),
                row.getString("remark"));
    }

    private @Nullable Summary summary(ResultSet row) throws SQLException {
        var side = row.getString("orders_side");
        return side == null
                ? null
                : new Summary(
                        row.getLong("levels"),
                        row.getLong("orders"),
                        OrdersSide.of(side),
                        counts(row.getString("breaks")));
    }

    private Map<Kind, Integer> counts(String json) {
        var counts = new EnumMap<Kind, Integer>(Kind.class);
        mapper.readValue(json, COUNTS).forEach((kind, count) -> counts.put(Kind.of(kind), count));
        return counts;
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
