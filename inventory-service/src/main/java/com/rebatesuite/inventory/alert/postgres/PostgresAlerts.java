package com.rebatesuite.inventory.alert.postgres;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import com.rebatesuite.inventory.alert.Alert;
import com.rebatesuite.inventory.alert.AlertHistory;
import com.rebatesuite.inventory.alert.AlertQuery;
import com.rebatesuite.inventory.alert.Alerts;
import com.rebatesuite.inventory.alert.Crossed;
import com.rebatesuite.inventory.level.LevelKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Alerts in PostgreSQL, written in sets. */
@Component
class PostgresAlerts implements Alerts {

    // Our namespace among the advisory locks of the database: "alrt" as an int.
    private static final int LOCKS = 0x616c7274;

    /** Where the episode before the earliest crossing that is new begins: what is before that stays as it is. */
    private static final String ASKED = """
            with asked as (
                select sku, location, coalesce((
                           select max(first_sequence) from stock_alert alert
                            where alert.sku = said.sku and alert.location = said.location
                              and alert.first_sequence < said.earliest), 0) as since
                  from unnest(?::text[], ?::text[], ?::bigint[]) as said (sku, location, earliest)
            )
            """;

    private final JdbcClient jdbc;
    private final JsonMapper mapper;

    PostgresAlerts(JdbcClient jdbc, JsonMapper mapper) {
        this.jdbc = jdbc;
        this.mapper = mapper;
    }

    @Override
    public Map<LevelKey, AlertHistory> lock(SortedMap<LevelKey, Long> from) {
        lockLevels(from.keySet());
        var crossings = asked(ASKED + """
                        select crossing.* from asked join stock_crossing crossing using (sku, location)
                         where crossing.sequence >= asked.since
                        """, from).query(CrossingRow::crossed).list().stream()
                .collect(groupingBy(Crossed::level));
        var alerts =
                asked(ASKED + """
                        select alert.* from asked join stock_alert alert using (sku, location)
                         where alert.first_sequence >= asked.since
                         order by alert.id for update of alert
                        """, from).query(AlertRow::alert).list().stream().collect(groupingBy(Alert::level));
        var histories = new HashMap<LevelKey, AlertHistory>();
        crossings.forEach((level, known) -> histories.put(
                level,
                new AlertHistory(
                        known.stream().collect(toCollection(TreeSet::new)), alerts.getOrDefault(level, List.of()))));
        return histories;
    }

    /** Alerts in the order in which they were raised: the one that is over makes room for the next. */
    @Override
    public void write(Collection<Crossed> crossings, Collection<Alert> alerts) {
        jdbc.sql("insert into stock_crossing select * from json_populate_recordset(null::stock_crossing, ?::json)")
                .param(json(crossings.stream().map(CrossingRow::of).toList()))
                .update();
        jdbc.sql("""
                insert into stock_alert (id, sku, location, category, kind, state, first_sequence, sequence, available,
                        safety_stock, reorder_point, hysteresis, raised_at, changed_at, cleared_at, projected_out_at,
                        acknowledged_by, acknowledged_at, acknowledged_note, acknowledged_sequence)
                select id, sku, location, category, kind, state, first_sequence, sequence, available,
                        safety_stock, reorder_point, hysteresis, raised_at, changed_at, cleared_at, projected_out_at,
                        acknowledged_by, acknowledged_at, acknowledged_note, acknowledged_sequence
                  from json_populate_recordset(null::stock_alert, ?::json)
                on conflict (id) do update set
                        category = excluded.category, kind = excluded.kind, state = excluded.state,
                        first_sequence = excluded.first_sequence, sequence = excluded.sequence,
                        available = excluded.available, safety_stock = excluded.safety_stock,
                        reorder_point = excluded.reorder_point, hysteresis = excluded.hysteresis,
                        raised_at = excluded.raised_at, changed_at = excluded.changed_at,
                        cleared_at = excluded.cleared_at, projected_out_at = excluded.projected_out_at,
                        acknowledged_by = excluded.acknowledged_by, acknowledged_at = excluded.acknowledged_at,
                        acknowledged_note = excluded.acknowledged_note,
                        acknowledged_sequence = excluded.acknowledged_sequence
                """)
                .param(json(alerts.stream()
                        .sorted(Comparator.comparingLong(Alert::firstSequence))
                        .map(AlertRow::of)
                        .toList()))
                .update();
    }

    @Override
    public Optional<Alert> find(UUID id) {
        return jdbc.sql("select * from stock_alert where id = ?")
                .param(id)
                .query(AlertRow::alert)
                .optional();
    }

    @Override
    public Optional<Alert> lock(UUID id) {
        return jdbc.sql("select * from stock_alert where id = ? for update")
                .param(id)
                .query(AlertRow::alert)
                .optional();
    }

    @Override
    public List<Crossed> crossings(Alert alert) {
        return jdbc.sql("""
                        select * from stock_crossing
                         where sku = ? and location = ? and sequence between ? and ?
                         order by sequence
                        """)
                .param(alert.level().sku())
                .param(alert.level().location())
                .param(alert.firstSequence())
                .param(alert.sequence())
                .query(CrossingRow::crossed)
                .list();
    }

    @Override
    public List<Alert> page(AlertQuery query) {
        var sql = new StringBuilder("select * from stock_alert where true");
        var state = query.state();
        if (state != null) {
            // Said in the statement itself, so that the index of those that are not cleared is of use.
            sql.append(" and state = '").append(state.wire()).append('\'');
        }
        var values = new LinkedHashMap<String, Object>();
        condition(
                sql,
                values,
                "kind = ",
                query.kind() == null ? null : query.kind().wire());
        condition(sql, values, "sku = ", query.sku());
        condition(sql, values, "id < ", query.after());
        return jdbc.sql(sql.append(" order by id desc limit ")
                        .append(query.limit())
                        .toString())
                .params(List.copyOf(values.values()))
                .query(AlertRow::alert)
                .list();
    }

    private static void condition(
            StringBuilder sql, Map<String, Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(" and ").append(condition).append('?');
            values.put(condition, value);
        }
    }

    @Override
    public List<Alert> takeForReminder(Instant quietSince, int reminders, Instant now, int limit) {
        return jdbc.sql("""
                        update stock_alert set reminders = reminders + 1, reminded_at = ?
                         where id in (
                               select id from stock_alert
                                where state = 'open' and reminders < ? and greatest(reminded_at, changed_at) <= ?
                                order by id limit ? for update skip locked)
                        returning *
                        """)
                .param(now.atOffset(ZoneOffset.UTC))
                .param(reminders)
                .param(quietSince.atOffset(ZoneOffset.UTC))
                .param(limit)
                .query(AlertRow::alert)
                .list();
    }

    @Override
    public int forget(Instant clearedBefore, int limit) {
        return jdbc.sql("""
                        with forgotten as (
                            delete from stock_alert where id in (
                                select id from stock_alert where state = 'cleared' and cleared_at < ?
                                 order by cleared_at limit ? for update skip locked)
                            returning sku, location, first_sequence, sequence
                        ), crossings as (
                            delete from stock_crossing crossing using forgotten
                             where crossing.sku = forgotten.sku and crossing.location = forgotten.location
                               and crossing.sequence between forgotten.first_sequence and forgotten.sequence
                        )
                        select count(*)::int from forgotten
                        """)
                .param(clearedBefore.atOffset(ZoneOffset.UTC))
                .param(limit)
                .query(Integer.class)
                .single();
    }

    /** By a key of their own and in its order: everybody who waits for two of them waits in the same order. */
    private void lockLevels(Collection<LevelKey> levels) {
        jdbc.sql("""
                        select pg_advisory_xact_lock(?, key)
                          from (select distinct hashtext(sku || '@' || location) as key
                                  from unnest(?::text[], ?::text[]) as level (sku, location)
                                 order by key) as keys
                        """)
                .param(LOCKS)
                .param(levels.stream().map(LevelKey::sku).toArray(String[]::new))
                .param(levels.stream().map(LevelKey::location).toArray(String[]::new))
                .query((row, number) -> number)
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, SortedMap<LevelKey, Long> from) {
        return jdbc.sql(sql)
                .param(from.keySet().stream().map(LevelKey::sku).toArray(String[]::new))
                .param(from.keySet().stream().map(LevelKey::location).toArray(String[]::new))
                .param(from.values().toArray(Long[]::new));
    }

    private String json(List<?> rows) {
        return mapper.writeValueAsString(rows);
    }
}
