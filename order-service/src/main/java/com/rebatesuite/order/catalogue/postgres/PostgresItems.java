package com.rebatesuite.order.catalogue.postgres;

import static java.util.stream.Collectors.toMap;

import com.rebatesuite.order.Money;
import com.rebatesuite.order.catalogue.Item;
import com.rebatesuite.order.catalogue.Items;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The catalogue in the table {@code item}. */
@Repository
class PostgresItems implements Items {

    private static final String SELECT =
            "select sku, title, category, merchant, currency, price_minor, version from item ";

    private final JdbcClient jdbc;

    PostgresItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Item> find(String sku) {
        return jdbc.sql(SELECT + "where sku = :sku")
                .param("sku", sku)
                .query(PostgresItems::item)
                .optional();
    }

    @Override
    public Map<String, Item> bySku(Set<String> skus) {
        return jdbc
                .sql(SELECT + "where sku = any(:skus)")
                .param("skus", skus.toArray(String[]::new))
                .query(PostgresItems::item)
                .stream()
                .collect(toMap(Item::sku, Function.identity()));
    }

    @Override
    public List<Item> page(@Nullable String category, @Nullable String after, int limit) {
        return jdbc.sql(SELECT + """
                        where (:category::text is null or category = :category) and (:after::text is null or sku > :after)
                        order by sku
                        limit :limit
                        """)
                .param("category", category)
                .param("after", after)
                .param("limit", limit)
                .query(PostgresItems::item)
                .list();
    }

    @Override
    public Optional<Item> create(Item item) {
        return write("""
                insert into item (sku, title, category, merchant, currency, price_minor, version)
                values (:sku, :title, :category, :merchant, :currency, :price, 1)
                on conflict (sku) do nothing
                returning sku, title, category, merchant, currency, price_minor, version
                """, item);
    }

    @Override
    public Optional<Item> replace(Item item) {
        return write("""
                update item
                set title = :title, category = :category, merchant = :merchant, currency = :currency,
                    price_minor = :price, version = version + 1, updated_at = now()
                where sku = :sku and version = :version
                returning sku, title, category, merchant, currency, price_minor, version
                """, item);
    }

    private Optional<Item> write(String sql, Item item) {
        return jdbc.sql(sql)
                .param("sku", item.sku())
                .param("title", item.title())
                .param("category", item.category())
                .param("merchant", item.merchant())
                .param("currency", item.price().currency())
                .param("price", item.price().minor())
                .param("version", item.version())
                .query(PostgresItems::item)
                .optional();
    }

    @Override
    public Map<String, Change> putAll(Collection<Item> items) {
        var changes = new HashMap<String, Change>();
        if (items.isEmpty()) {
            return changes;
        }
        items.forEach(item -> changes.put(item.sku(), Change.UNCHANGED));
        // Sorted: two imports of the same goods lock rows in the same order. Only a real change writes; a row with
        // xmax 0 was inserted.
        jdbc.sql("""
                        insert into item (sku, title, category, merchant, currency, price_minor, version)
                        select sku, title, category, merchant, currency, price, 1
                        from unnest(:skus::text[], :titles::text[], :categories::text[], :merchants::text[],
                                    :currencies::text[], :prices::bigint[])
                             as new (sku, title, category, merchant, currency, price)
                        order by sku
                        on conflict (sku) do update
                        set title = excluded.title, category = excluded.category, merchant = excluded.merchant,
                            currency = excluded.currency, price_minor = excluded.price_minor,
                            version = item.version + 1, updated_at = now()
                        where (item.title, item.category, item.merchant, item.currency, item.price_minor)
                              is distinct from (excluded.title, excluded.category, excluded.merchant,
                                                excluded.currency, excluded.price_minor)
                        returning sku, xmax = 0 as created
                        """)
                .param("skus", texts(items, Item::sku))
                .param("titles", texts(items, Item::title))
                .param("categories", texts(items, Item::category))
                .param("merchants", texts(items, Item::merchant))
                .param("currencies", texts(items, item -> item.price().currency()))
                .param(
                        "prices",
                        items.stream().mapToLong(item -> item.price().minor()).toArray())
                .query((row, number) ->
                        changes.put(row.getString("sku"), row.getBoolean("created") ? Change.CREATED : Change.UPDATED))
                .list();
        return changes;
    }

    private static String[] texts(Collection<Item> items, Function<Item, String> column) {
        return items.stream().map(column).toArray(String[]::new);
    }

    private static Item item(ResultSet row, int number) throws SQLException {
        return new Item(
                row.getString("sku"),
                row.getString("title"),
                row.getString("category"),
                row.getString("merchant"),
                new Money(row.getString("currency"), row.getLong("price_minor")),
                row.getLong("version"));
    }
}
