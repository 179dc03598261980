package com.rebatesuite.inventory.commit.postgres;

import com.rebatesuite.deploy.backends.Backends;
import com.rebatesuite.inventory.commit.Books;
import com.rebatesuite.inventory.commit.GroupCommit;
import com.rebatesuite.inventory.commit.HoldLimits;
import com.rebatesuite.inventory.commit.StockFixture;
import com.rebatesuite.inventory.commit.StockProperties;
import com.rebatesuite.inventory.movement.Journal;
import com.rebatesuite.platform.telemetry.Traces;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** A database of its own with the schema of the service, and as many replicas on it as a test wants. */
public final class StockDatabase {

    final String url;
    private final HikariDataSource dataSource;
    private final List<GroupCommit> replicas = new ArrayList<>();
    public final JdbcClient jdbc;

    /** The whole schema, and nothing in it. */
    public StockDatabase() {
        this(Backends.postgres().jdbcUrl("stock_" + UUID.randomUUID().toString().replace('-', '_')));
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    /** One that is there already, e.g. of another process. */
    StockDatabase(String url) {
        this.url = url;
        this.dataSource = pool();
        this.jdbc = JdbcClient.create(dataSource);
    }

    Books books() {
        return new PostgresBooks(jdbc, transactions(), JsonMapper.shared(), entries -> {});
    }

    /** Transactions of this database. */
    public PlatformTransactionManager transactions() {
        return new DataSourceTransactionManager(dataSource);
    }

    /** Reads what is booked here. */
    public Journal journal() {
        return new PostgresJournal(jdbc, transactions());
    }

    /** One more replica, running. */
    public GroupCommit replica(Clock clock) {
        return replica(clock, StockFixture.LIMITS);
    }

    /** The same, where users hold no more than that. */
    GroupCommit replica(Clock clock, HoldLimits limits) {
        var properties = new StockProperties(
                StockFixture.HOLD_FOR, 10_000, 500, Duration.ofSeconds(30), Duration.ofSeconds(5), 500, limits);
        var replica =
                new GroupCommit(books(), clock, UUID::randomUUID, Traces.none(), properties, new SimpleMeterRegistry());
        replica.start();
        replicas.add(replica);
        return replica;
    }

    /** The one number that is asked for. */
    public long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private HikariDataSource pool() {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername("postgres");
        config.setPassword("postgres");
        config.setMaximumPoolSize(10);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setConnectionTimeout(2_000);
        // A commit that is answered must survive the kill, however the server of the tests is tuned.
        config.setConnectionInitSql("set synchronous_commit to on");
        return new HikariDataSource(config);
    }

    /** Stops the replicas, then the pool. */
    public void close() throws InterruptedException {
        for (var replica : replicas) {
            replica.stop();
        }
        dataSource.close();
    }
}
