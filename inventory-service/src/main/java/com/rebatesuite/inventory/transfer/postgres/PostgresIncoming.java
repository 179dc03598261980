package com.rebatesuite.inventory.transfer.postgres;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.transfer.Incoming;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds up what the books say of open transfers, at one moment. */
@Component
class PostgresIncoming implements Incoming {

    private final JdbcClient jdbc;

    PostgresIncoming(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public SortedMap<LevelKey, Long> of(Collection<String> skus) {
        var incoming = new TreeMap<LevelKey, Long>();
        jdbc.sql("""
                        select sku, destination,
                               sum(case kind when 'send' then quantity else -quantity end)::bigint as units
                          from transfer
                          join transfer_step on transfer_id = id
                          join transfer_unit using (transfer_id, request)
                         where open and sku = any (?::text[])
                           and (kind = 'lose' or exists (select from booked_cause
                                                          where cause = 'transfer/' || transfer_id || '/' || request))
                         group by sku, destination
                        having sum(case kind when 'send' then quantity else -quantity end) > 0
                        """).param(skus.toArray(String[]::new)).query(row -> {
            incoming.put(new LevelKey(row.getString("sku"), row.getString("destination")), row.getLong("units"));
        });
        return incoming;
    }
}
