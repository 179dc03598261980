package com.rebatesuite.inventory.commit.postgres;

import com.rebatesuite.inventory.reservation.Backorder;
import com.rebatesuite.inventory.reservation.Backorders;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Limits in PostgreSQL. An edit takes the lock of its one row and no other, so it is in nobody's way for long. */
@Component
class PostgresBackorders implements Backorders {

    private static final String COLUMNS = "sku, quantity_limit, promised, turns, version";

    private final JdbcClient jdbc;

    PostgresBackorders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Backorder> of(String sku) {
        return jdbc.sql("select " + COLUMNS + " from backorder where sku = ?")
                .param(sku)
                .query(PostgresBackorders::backorder)
                .optional();
    }

    @Override
    public Optional<Backorder> create(String sku, long limit) {
        return jdbc.sql("insert into backorder (" + COLUMNS + ", updated_at) values (?, ?, 0, 0, 1, now())"
                        + " on conflict do nothing returning " + COLUMNS)
                .params(sku, limit)
                .query(PostgresBackorders::backorder)
                .optional();
    }

    @Override
    public Optional<Backorder> replace(String sku, long limit, long version) {
        return jdbc.sql("update backorder set quantity_limit = ?, version = version + 1, updated_at = now()"
                        + " where sku = ? and version = ? returning " + COLUMNS)
                .params(limit, sku, version)
                .query(PostgresBackorders::backorder)
                .optional();
    }

    @Override
    public List<String> fillable(int limit) {
        return jdbc.sql("""
                        select sku
                          from backorder
                         where promised > 0
                           and exists (select from stock_level level left join location on location.name = level.location
                                        where level.sku = backorder.sku and on_hand - held - damaged > 0
                                          and coalesce(sellable, true))
                         order by sku
                         limit ?
                        """)
                .param(limit)
                .query((row, number) -> row.getString("sku"))
                .list();
    }

    private static Backorder backorder(ResultSet row, int number) throws SQLException {
        return new Backorder(
                row.getString("sku"),
                row.getLong("quantity_limit"),
                row.getLong("promised"),
                row.getLong("turns"),
                row.getLong("version"));
    }
}
