package com.rebatesuite.inventory.reconciliation.postgres;

import com.rebatesuite.inventory.reconciliation.Held;
import com.rebatesuite.inventory.reconciliation.Holds;
import com.rebatesuite.inventory.reservation.Status;
import com.rebatesuite.inventory.reservation.StockPolicy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the table {@code reservation}. */
@Component
class PostgresHolds implements Holds {

    private static final String SELECT =
            "select order_id, user_id, status, policy, expires_at, sequence, updated_at from reservation ";

    private final JdbcClient jdbc;

    PostgresHolds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Held> open(@Nullable UUID after, Instant leftSince, @Nullable String sku, int limit) {
        return jdbc.sql(SELECT + """
                         where (status = 'held' or (status = 'committed' and updated_at >= ?))
                           and (?::uuid is null or order_id > ?)
                           and (?::text is null
                                or exists (select from jsonb_array_elements(lines) line where line ->> 'sku' = ?))
                         order by order_id
                         limit ?
                        """)
                .param(leftSince.atOffset(ZoneOffset.UTC))
                .param(after)
                .param(after)
                .param(sku)
                .param(sku)
                .param(limit)
                .query(PostgresHolds::held)
                .list();
    }

    @Override
    public List<Held> of(Collection<UUID> orderIds) {
        return jdbc.sql(SELECT + "where order_id = any (?::uuid[])")
                .param(orderIds.stream().map(UUID::toString).toArray(String[]::new))
                .query(PostgresHolds::held)
                .list();
    }

    private static Held held(ResultSet row, int number) throws SQLException {
        var expiresAt = row.getObject("expires_at", OffsetDateTime.class);
        return new Held(
                row.getObject("order_id", UUID.class),
                row.getString("user_id"),
                Status.of(row.getString("status")),
                StockPolicy.of(row.getString("policy")),
                expiresAt == null ? null : expiresAt.toInstant(),
                row.getInt("sequence"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
