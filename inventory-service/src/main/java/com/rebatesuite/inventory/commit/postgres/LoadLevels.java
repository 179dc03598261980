package com.rebatesuite.inventory.commit.postgres;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.StockLevel;
import com.rebatesuite.inventory.location.Place;
import com.rebatesuite.inventory.reservation.Backorder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Locks all levels of some products and then what may be promised of these, in one round trip. */
final class LoadLevels {

    // Counting what is locked makes the store lock all levels before the first backorder, whatever it plans: everybody
    // has to take them in this order. Locations are not locked; a batch works with what they were at its beginning.
    private static final String SELECT = """
            with level as (
                select * from stock_level where sku = any (?::text[]) order by sku, location for update
            ), promise as (
                select sku, quantity_limit, promised, turns, version
                  from backorder
                 where sku = any (?::text[]) and (select count(*) from level) >= 0
                 order by sku for update
            )
            select sku, level.location, on_hand, held, damaged, shortfall, sequence, safety_stock, reorder_point, hysteresis,
                   supply, quantity_limit, promised, turns, promise.version, priority, sellable
              from level full join promise using (sku) left join location on location.name = level.location
            """;

    private final Map<LevelKey, StockLevel> levels = new HashMap<>();
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, Backorder> backorders = new HashMap<>();

    static LoadLevels of(Set<String> skus, JdbcClient jdbc) {
        var found = new LoadLevels();
        if (!skus.isEmpty()) {
            var wanted = Columns.texts(skus, sku -> sku);
            jdbc.sql(SELECT).param(wanted).param(wanted).query(found::see);
        }
        return found;
    }

    Map<LevelKey, StockLevel> levels() {
        return levels;
    }

    Map<String, Place> places() {
        return places;
    }

    Map<String, Backorder> backorders() {
        return backorders;
    }

    private void see(ResultSet row) throws SQLException {
        if (row.getString("location") != null) {
            var level = Rows.level(row, 0);
            levels.put(level.key(), level);
            seePlace(row, level.key().location());
        }
        var limit = row.getLong("quantity_limit");
        if (!row.wasNull()) {
            var sku = row.getString("sku");
            backorders.put(
                    sku,
                    new Backorder(sku, limit, row.getLong("promised"), row.getLong("turns"), row.getLong("version")));
        }
    }

    private void seePlace(ResultSet row, String name) throws SQLException {
        var priority = row.getInt("priority");
        if (!row.wasNull()) {
            places.put(name, new Place(name, priority, row.getBoolean("sellable")));
        }
    }
}
