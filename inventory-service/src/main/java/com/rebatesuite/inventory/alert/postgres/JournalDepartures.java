package com.rebatesuite.inventory.alert.postgres;

import com.rebatesuite.inventory.alert.Departures;
import com.rebatesuite.inventory.alert.Pace;
import com.rebatesuite.inventory.level.LevelKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads from the journal what has left: by hold, release, expiry, commit and sale, {@code held − on_hand + shortfall} is
 * what became unavailable or was missing. Of a level that moves very often only the latest movements, and the time
 * they took.
 */
@Component
class JournalDepartures implements Departures {

    private static final int MOVEMENTS = 50_000;

    private final JdbcClient jdbc;

    JournalDepartures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Pace of(LevelKey key, Instant from, Instant until) {
        return jdbc.sql("""
                        with recent as (
                            select recorded_at, reason, held_delta - on_hand_delta + shortfall_delta as left_units
                              from movement
                             where sku = ? and location = ? and recorded_at > ? and recorded_at <= ?
                             order by recorded_at desc
                             limit ?
                        )
                        select greatest(0, coalesce(sum(left_units) filter (
                                   where reason in ('hold', 'release', 'expire', 'commit', 'sale')), 0))::bigint as units,
                               count(*) as movements, min(recorded_at) as oldest
                          from recent
                        """)
                .param(key.sku())
                .param(key.location())
                .param(from.atOffset(ZoneOffset.UTC))
                .param(until.atOffset(ZoneOffset.UTC))
                .param(MOVEMENTS)
                .query((row, number) -> pace(row, from, until))
                .single();
    }

    private static Pace pace(ResultSet row, Instant from, Instant until) throws SQLException {
        var oldest = row.getObject("oldest", OffsetDateTime.class);
        var since = row.getLong("movements") < MOVEMENTS ? from : oldest.toInstant();
        return new Pace(row.getLong("units"), Duration.between(since, until));
    }
}
