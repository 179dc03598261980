package com.rebatesuite.inventory.commit.postgres;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.StockLevel;
import com.rebatesuite.inventory.movement.Break;
import com.rebatesuite.inventory.movement.Journal;
import com.rebatesuite.inventory.movement.Movement;
import com.rebatesuite.inventory.movement.MovementSum;
import com.rebatesuite.inventory.movement.Reason;
import com.rebatesuite.inventory.movement.Verification;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the journal from PostgreSQL. */
@Component
class PostgresJournal implements Journal {

    /** Every level, and everything that has a journal or a hold without having a level. */
    private static final String COMPARED = """
            with moved as (
                select sku, location, on_hand_delta, held_delta, damaged_delta, shortfall_delta from movement
                 union all
                select sku, location, on_hand, held, damaged, shortfall from movement_carried
            ), journal as (
                select sku, location, sum(on_hand_delta)::bigint as on_hand, sum(held_delta)::bigint as held,
                       sum(damaged_delta)::bigint as damaged, sum(shortfall_delta)::bigint as shortfall
                  from moved where ?::text is null or sku = ? group by sku, location
            ), reserved as (
                select line ->> 'sku' as sku, line ->> 'location' as location,
                       sum((line ->> 'quantity')::bigint)::bigint as held
                  from reservation, jsonb_array_elements(lines) line
                 where status = 'held' and (?::text is null or line ->> 'sku' = ?) group by 1, 2
            ), level as (
                select * from stock_level where ?::text is null or sku = ?
            ), compared as (
                select sku, location,
                       coalesce(level.on_hand, 0) as on_hand, coalesce(level.held, 0) as held,
                       coalesce(level.damaged, 0) as damaged, coalesce(level.shortfall, 0) as shortfall,
                       coalesce(journal.on_hand, 0) as journal_on_hand, coalesce(journal.held, 0) as journal_held,
                       coalesce(journal.damaged, 0) as journal_damaged,
                       coalesce(journal.shortfall, 0) as journal_shortfall,
                       coalesce(reserved.held, 0) as reserved
                  from level full join journal using (sku, location) full join reserved using (sku, location)
            )
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate atOneMoment;

    PostgresJournal(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        atOneMoment = new TransactionTemplate(transactions);
        atOneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        atOneMoment.setReadOnly(true);
    }

    @Override
    public List<Movement> before(LevelKey key, long sequence, int limit) {
        return jdbc.sql("select " + Rows.MOVEMENT + """
                         from movement
                        where sku = ? and location = ? and sequence < ?
                        order by sequence desc
                        limit ?
                        """)
                .param(key.sku())
                .param(key.location())
                .param(sequence)
                .param(limit)
                .query(Rows::movement)
                .list();
    }

    @Override
    public List<MovementSum> sums(Collection<String> references) {
        return jdbc.sql("""
                        select reference, sku, reason, sum(on_hand_delta)::bigint as on_hand,
                               sum(held_delta)::bigint as held, sum(damaged_delta)::bigint as damaged,
                               sum(shortfall_delta)::bigint as shortfall
                          from movement
                         where reference = any (?::text[])
                         group by reference, sku, reason
                         order by reference, sku, reason
                        """)
                .param(Columns.texts(references, reference -> reference))
                .query(PostgresJournal::sum)
                .list();
    }

    /** The last movement until then says how it was: looked for from the end, a month of the level at most. */
    @Override
    public List<StockLevel> at(String sku, @Nullable String location, Instant then) {
        return jdbc.sql("""
                        select known.*
                          from stock_level level
                         cross join lateral (
                             (select sku, location, on_hand, held, damaged, shortfall, sequence
                                from movement
                               where sku = level.sku and location = level.location and recorded_at <= ?
                               order by sequence desc
                               limit 1)
                             union all
                             (select sku, location, on_hand, held, damaged, shortfall, sequence
                                from movement_carried
                               where sku = level.sku and location = level.location)
                             order by sequence desc
                             limit 1) known
                         where level.sku = ? and (?::text is null or level.location = ?)
                         order by location
                        """)
                .param(then.atOffset(ZoneOffset.UTC))
                .param(sku)
                .param(location)
                .param(location)
                .query(Rows::levelThen)
                .list();
    }

    @Override
    public Instant keptFrom() {
        return jdbc.sql("select coalesce(max(through), 'epoch') from movement_carried")
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }

    /** At one moment of the database, so that nothing moves between the two sides of the comparison. */
    @Override
    public Verification verify(@Nullable String sku) {
        return Objects.requireNonNull(atOneMoment.execute(status -> compare(sku)));
    }

    private Verification compare(@Nullable String sku) {
        // Before the moment is fixed: a month that leaves now must have left before it, or stay until we have looked.
        jdbc.sql("lock table movement in access share mode").update();
        var checked =
                compared(sku, "select count(*) from compared").query(Long.class).single();
        var breaks = compared(sku, """
                select * from compared
                 where on_hand <> journal_on_hand or held <> journal_held or damaged <> journal_damaged
                    or shortfall <> journal_shortfall or held <> reserved
                 order by sku, location
                 limit 1000
                """).query(PostgresJournal::broken).list();
        return new Verification(checked, breaks);
    }

    private JdbcClient.StatementSpec compared(@Nullable String sku, String question) {
        var statement = jdbc.sql(COMPARED + question);
        for (int parameter = 0; parameter < 6; parameter++) {
            statement = statement.param(sku);
        }
        return statement;
    }

    private static MovementSum sum(ResultSet row, int number) throws SQLException {
        return new MovementSum(
                row.getString("reference"),
                row.getString("sku"),
                Reason.of(row.getString("reason")),
                Rows.deltas(row, "on_hand", "held", "damaged", "shortfall"));
    }

    private static Break broken(ResultSet row, int number) throws SQLException {
        return new Break(
                new LevelKey(row.getString("sku"), row.getString("location")),
                Rows.deltas(row, "on_hand", "held", "damaged", "shortfall"),
                Rows.deltas(row, "journal_on_hand", "journal_held", "journal_damaged", "journal_shortfall"),
                row.getLong("reserved"));
    }
}
