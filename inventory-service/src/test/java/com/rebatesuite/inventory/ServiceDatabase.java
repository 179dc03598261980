package com.rebatesuite.inventory;

import com.rebatesuite.deploy.backends.Backends;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database of its own with the schema of the service, for adapters without a service around them. */
public final class ServiceDatabase {

    private final HikariDataSource dataSource = pool();
    public final JdbcClient jdbc = JdbcClient.create(dataSource);
    public final TransactionTemplate transaction =
            new TransactionTemplate(new DataSourceTransactionManager(dataSource));

    public ServiceDatabase() {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    public long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    public void close() {
        dataSource.close();
    }

    private static HikariDataSource pool() {
        var config = new HikariConfig();
        config.setJdbcUrl(Backends.postgres()
                .jdbcUrl("service_" + UUID.randomUUID().toString().replace('-', '_')));
        config.setUsername("postgres");
        config.setPassword("postgres");
        config.setMaximumPoolSize(10);
        config.setConnectionTimeout(2_000);
        return new HikariDataSource(config);
    }
}
