package com.rebatesuite.inventory.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The other side: a transaction per reservation that lowers one number, over as many connections as there are clients. */
final class PlainUpdates implements AutoCloseable {

    private final HikariDataSource pool;

    PlainUpdates(String url, int clients, int skus) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername("postgres");
        config.setPassword("postgres");
        config.setMaximumPoolSize(clients);
        config.setConnectionTimeout(60_000);
        pool = new HikariDataSource(config);
        var jdbc = JdbcClient.create(pool);
        // Room on the page, as the product's table has it: else the index would be written each time.
        jdbc.sql("create table plain (sku text primary key, available bigint not null) with (fillfactor = 50)")
                .update();
        jdbc.sql("insert into plain select 'sku-' || n, 1000000000 from generate_series(0, ?) n")
                .param(skus)
                .update();
    }

    void reserve(String sku, long quantity) throws SQLException {
        try (var connection = pool.getConnection();
                var update = connection.prepareStatement(
                        "update plain set available = available - ? where sku = ? and available >= ?")) {
            update.setLong(1, quantity);
            update.setString(2, sku);
            update.setLong(3, quantity);
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("not reserved: " + sku);
            }
        }
    }

    String setting(String name) {
        return JdbcClient.create(pool)
                .sql("select current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }

    @Override
    public void close() {
        pool.close();
    }
}
