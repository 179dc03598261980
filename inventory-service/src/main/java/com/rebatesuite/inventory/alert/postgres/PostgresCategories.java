package com.rebatesuite.inventory.alert.postgres;

import com.rebatesuite.inventory.alert.Categories;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Categories in PostgreSQL. */
@Component
class PostgresCategories implements Categories {

    private final JdbcClient jdbc;

    PostgresCategories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String of(String sku) {
        return jdbc.sql("select category from product_category where sku = ?")
                .param(sku)
                .query(String.class)
                .optional()
                .orElse(GENERAL);
    }

    /** In the order of the products, so that two operators who write the same ones wait for each other, and not in a circle. */
    @Override
    public void put(Map<String, String> categoriesBySku) {
        jdbc.sql("""
                insert into product_category (sku, category)
                select * from unnest(?::text[], ?::text[]) as said (sku, category) order by sku collate "C"
                on conflict (sku) do update set category = excluded.category
                """)
                .param(categoriesBySku.keySet().toArray(String[]::new))
                .param(categoriesBySku.values().toArray(String[]::new))
                .update();
    }
}
