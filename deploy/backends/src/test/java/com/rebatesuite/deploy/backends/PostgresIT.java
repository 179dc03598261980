package com.rebatesuite.deploy.backends;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class PostgresIT {

    @Test
    void keepsItsRowsWhenStoppedAndWhenKilled() throws Exception {
        var postgres = Backends.postgres();
        execute("CREATE TABLE kept (word TEXT)");
        execute("INSERT INTO kept VALUES ('before')");

        postgres.stop();
        postgres.start();
        postgres.kill();
        postgres.start();

        try (var connection = connect();
                var rows = connection.createStatement().executeQuery("SELECT word FROM kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("before");
        }
    }

    @Test
    void createsADatabaseOnceAndKeepsThemApart() {
        assertThat(Backends.postgres().jdbcUrl("inventory"))
                .isEqualTo(Backends.postgres().jdbcUrl("inventory"))
                .isNotEqualTo(Backends.postgres().jdbcUrl("orders"));
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(Backends.postgres().jdbcUrl("orders"), "postgres", "postgres");
    }
}
