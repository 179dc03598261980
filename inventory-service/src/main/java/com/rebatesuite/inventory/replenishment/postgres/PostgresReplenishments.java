package com.rebatesuite.inventory.replenishment.postgres;

import static java.util.stream.Collectors.toMap;

import com.rebatesuite.inventory.replenishment.Census;
import com.rebatesuite.inventory.replenishment.Replenishment;
import com.rebatesuite.inventory.replenishment.Replenishments;
import com.rebatesuite.inventory.replenishment.Status;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Replenishments in PostgreSQL. */
@Component
class PostgresReplenishments implements Replenishments {

    private final JdbcClient jdbc;
    private final ReplenishmentRows rows;

    PostgresReplenishments(JdbcClient jdbc, JsonMapper mapper) {
        this.jdbc = jdbc;
        this.rows = new ReplenishmentRows(mapper);
    }

    @Override
    public Optional<Replenishment> of(UUID id) {
        return one("select * from replenishment where id = ?", id);
    }

    @Override
    public Optional<Replenishment> locked(UUID id) {
        return one("select * from replenishment where id = ? for update", id);
    }

    private Optional<Replenishment> one(String sql, UUID id) {
        return jdbc.sql(sql).param(id).query(rows::replenishment).optional();
    }

    @Override
    public List<Replenishment> before(@Nullable UUID id, Wanted wanted, int limit) {
        var status = wanted.status() == null ? null : wanted.status().wire();
        return jdbc.sql("""
                        select * from replenishment
                         where (?::uuid is null or id < ?) and (?::text is null or status = ?)
                           and (?::text is null or sku = ?) and (?::text is null or supplier = ?)
                         order by id desc
                         limit ?
                        """)
                .param(id)
                .param(id)
                .param(status)
                .param(status)
                .param(wanted.sku())
                .param(wanted.sku())
                .param(wanted.supplier())
                .param(wanted.supplier())
                .param(limit)
                .query(rows::replenishment)
                .list();
    }

    @Override
    public List<Replenishment> add(List<Replenishment> replenishments) {
        if (replenishments.isEmpty()) {
            return List.of();
        }
        var added = new HashSet<>(jdbc.sql("""
                        insert into replenishment (id, rule_id, sku, location, supplier, status, proposed, wanted, received,
                               pending, inputs, formula, actor, reason, sequence, created_at, updated_at)
                        select id, rule_id, sku, location, supplier, status, proposed, wanted, 0, 0, inputs::jsonb,
                               formula::jsonb, actor, reason, sequence, created_at, created_at
                          from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[],
                                      ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[],
                                      ?::timestamptz[])
                            as row (id, rule_id, sku, location, supplier, status, proposed, wanted, inputs, formula,
                                    actor, reason, sequence, created_at)
                         order by sku collate "C", location collate "C", rule_id collate "C"
                            on conflict do nothing
                        returning id
                        """)
                .param(Columns.texts(replenishments, Replenishment::id))
                .param(Columns.texts(replenishments, row -> row.grounds().ruleId()))
                .param(Columns.texts(replenishments, row -> row.key().sku()))
                .param(Columns.texts(replenishments, row -> row.key().location()))
                .param(Columns.texts(replenishments, Replenishment::supplier))
                .param(Columns.texts(replenishments, row -> row.status().wire()))
                .param(Columns.numbers(replenishments, row -> row.units().proposed()))
                .param(Columns.numbers(replenishments, row -> row.units().wanted()))
                .param(Columns.texts(replenishments, rows::inputs))
                .param(Columns.texts(replenishments, rows::formula))
                .param(Columns.texts(replenishments, row -> row.last().actor()))
                .param(Columns.texts(replenishments, row -> row.last().reason()))
                .param(Columns.numbers(replenishments, Replenishment::sequence))
                .param(Columns.texts(replenishments, Replenishment::createdAt))
                .query(UUID.class)
                .list());
        return replenishments.stream().filter(row -> added.contains(row.id())).toList();
    }

    @Override
    public void update(Replenishment replenishment) {
        var order = replenishment.order();
        var expected = order == null ? null : order.expectedAt();
        jdbc.sql("""
                        update replenishment
                           set status = ?, wanted = ?, received = ?, pending = ?, supplier_reference = ?, expected_at = ?,
                               actor = ?, reason = ?, sequence = ?, updated_at = ?
                         where id = ?
                        """)
                .param(replenishment.status().wire())
                .param(replenishment.units().wanted())
                .param(replenishment.units().received())
                .param(replenishment.units().pending())
                .param(order == null ? null : order.reference())
                .param(expected == null ? null : Columns.time(expected))
                .param(replenishment.last().actor())
                .param(replenishment.last().reason())
                .param(replenishment.sequence())
                .param(Columns.time(replenishment.last().at()))
                .param(replenishment.id())
                .update();
    }

    @Override
    public Census census(Instant now) {
        var open = jdbc
                .sql("""
                        select status, count(*) as number from replenishment
                         where status in ('proposed', 'approved', 'ordered', 'partly-received') group by status
                        """)
                .query((row, number) -> Map.entry(Status.of(row.getString("status")), row.getLong("number")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Census(
                open,
                number("""
                        select count(*) from replenishment
                         where status in ('ordered', 'partly-received') and expected_at < ?
                        """, Columns.time(now)),
                number("select count(*) from replenishment_receipt where booked_at is null"));
    }

    private long number(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(Long.class).single();
    }
}
