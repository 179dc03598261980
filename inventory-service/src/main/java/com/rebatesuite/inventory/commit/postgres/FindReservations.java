package com.rebatesuite.inventory.commit.postgres;

import com.rebatesuite.inventory.commit.Loaded;
import com.rebatesuite.inventory.commit.Turn;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds reservations by what they hold and wait for, without locking them. */
record FindReservations(JdbcClient jdbc) implements Loaded.Others {

    @Override
    public List<UUID> runOut(Collection<String> skus, Instant now, int limit) {
        return jdbc.sql("""
                        select order_id
                          from reservation
                         where status = 'held'
                           and expires_at <= ?
                           and exists (select from jsonb_array_elements(lines || backordered) part
                                        where part ->> 'sku' = any (?::text[]))
                         order by expires_at
                         limit ?
                        """)
                .param(now.atOffset(ZoneOffset.UTC))
                .param(Columns.texts(skus, sku -> sku))
                .param(limit)
                .query(Rows::orderId)
                .list();
    }

    @Override
    public List<Turn> waiting(Collection<String> skus, int limit) {
        return jdbc.sql("""
                        select order_id, part ->> 'sku' as sku, (part ->> 'turn')::bigint as turn
                          from reservation, jsonb_array_elements(backordered) part
                         where backordered <> '[]' and part ->> 'sku' = any (?::text[])
                         order by turn, order_id
                         limit ?
                        """)
                .param(Columns.texts(skus, sku -> sku))
                .param(limit)
                .query((row, number) -> new Turn(Rows.orderId(row, number), row.getString("sku"), row.getLong("turn")))
                .list();
    }
}
