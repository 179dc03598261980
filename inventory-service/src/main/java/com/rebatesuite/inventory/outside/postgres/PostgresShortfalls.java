package com.rebatesuite.inventory.outside.postgres;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.outside.Shortfall;
import com.rebatesuite.inventory.outside.Shortfalls;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads shortfalls from the levels, and where they come from out of the journal. */
@Component
class PostgresShortfalls implements Shortfalls {

    private final JdbcClient jdbc;

    PostgresShortfalls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The journal is read backwards from its end, and only as far as the level was short. */
    @Override
    public List<Shortfall> after(@Nullable LevelKey key, int limit) {
        return jdbc.sql("""
                        select level.sku, level.location, level.shortfall, first.recorded_at as since,
                               last.reference as last_reference, last.recorded_at as last_at
                          from stock_level level
                          left join lateral (
                              select sequence from movement
                               where sku = level.sku and location = level.location and shortfall = 0
                               order by sequence desc limit 1) settled on true
                          left join lateral (
                              select recorded_at from movement
                               where sku = level.sku and location = level.location
                                 and sequence > coalesce(settled.sequence, 0)
                               order by sequence limit 1) first on true
                          left join lateral (
                              select reference, recorded_at from movement
                               where sku = level.sku and location = level.location and shortfall_delta > 0
                               order by sequence desc limit 1) last on true
                         where level.shortfall > 0 and (level.sku, level.location) > (?, ?)
                         order by level.sku, level.location
                         limit ?
                        """)
                .param(key == null ? "" : key.sku())
                .param(key == null ? "" : key.location())
                .param(limit)
                .query(PostgresShortfalls::shortfall)
                .list();
    }

    private static Shortfall shortfall(ResultSet row, int number) throws SQLException {
        return new Shortfall(
                new LevelKey(row.getString("sku"), row.getString("location")),
                row.getLong("shortfall"),
                instant(row, "since"),
                row.getString("last_reference"),
                instant(row, "last_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
