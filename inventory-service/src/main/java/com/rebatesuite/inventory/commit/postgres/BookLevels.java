package com.rebatesuite.inventory.commit.postgres;

import static java.util.stream.Collectors.groupingBy;

import com.rebatesuite.inventory.level.StockLevel;
import com.rebatesuite.inventory.view.Levels;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads levels from the books themselves. */
@Component
class BookLevels implements Levels {

    private final JdbcClient jdbc;

    BookLevels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, List<StockLevel>> of(Collection<String> skus) {
        return jdbc
                .sql("select " + Rows.LEVEL + " from stock_level where sku = any (?::text[]) order by sku, location")
                .param(Columns.texts(skus, sku -> sku))
                .query(Rows::level)
                .list()
                .stream()
                .collect(groupingBy(level -> level.key().sku()));
    }

    @Override
    public List<String> skusAfter(String sku, int limit) {
        return jdbc.sql("select distinct sku from stock_level where sku > ? order by sku limit ?")
                .param(sku)
                .param(limit)
                .query((row, number) -> row.getString("sku"))
                .list();
    }
}
