package com.rebatesuite.inventory.commit.postgres;

import com.rebatesuite.inventory.reservation.Reservation;
import com.rebatesuite.inventory.reservation.Reservations;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Reads reservations from PostgreSQL. */
@Component
class PostgresReservations implements Reservations {

    private final JdbcClient jdbc;
    private final ReservationRows rows;

    PostgresReservations(JdbcClient jdbc, JsonMapper mapper) {
        this.jdbc = jdbc;
        this.rows = new ReservationRows(mapper);
    }

    @Override
    public Optional<Reservation> of(UUID orderId) {
        return jdbc.sql("select " + ReservationRows.COLUMNS + " from reservation where order_id = ?")
                .param(orderId)
                .query(rows::reservation)
                .optional();
    }

    /** A product is not indexed, because every hold would pay for that: a rare one is looked for until time is up. */
    @Override
    @Transactional(readOnly = true, timeout = 5)
    public List<Reservation> before(@Nullable UUID orderId, Wanted wanted, int limit) {
        var wantedStatus = wanted.status();
        var status = wantedStatus == null ? null : wantedStatus.wire();
        return jdbc.sql("select " + ReservationRows.COLUMNS + """
                         from reservation
                        where (?::uuid is null or order_id < ?)
                          and (?::text is null or user_id = ?)
                          and (?::text is null or status = ?)
                          and (?::text is null or demands @> jsonb_build_array(jsonb_build_object('sku', ?::text)))
                        order by order_id desc
                        limit ?
                        """)
                .param(orderId)
                .param(orderId)
                .param(wanted.userId())
                .param(wanted.userId())
                .param(status)
                .param(status)
                .param(wanted.sku())
                .param(wanted.sku())
                .param(limit)
                .query(rows::reservation)
                .list();
    }

    @Override
    @Transactional
    public List<UUID> runOut(Instant now, int limit) {
        return jdbc.sql("""
                        select order_id
                          from reservation
                         where status = 'held' and expires_at <= ?
                         order by expires_at
                         limit ?
                           for update skip locked
                        """)
                .param(now.atOffset(ZoneOffset.UTC))
                .param(limit)
                .query(Rows::orderId)
                .list();
    }
}
