package com.rebatesuite.deploy.backends;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL server; also where we are root, which PostgreSQL itself refuses to be. */
public final class LocalPostgres extends LocalServer implements PostgresBackend {

    private static final String USER = "postgres";

    /** Describes the server; nothing is started yet. */
    public LocalPostgres(ServerSettings settings) {
        super("PostgreSQL", settings);
    }

    @Override
    public synchronized String jdbcUrl(String database) {
        createMissing(url(""), database);
        return url(database);
    }

    static void createMissing(String server, String database) {
        try (var connection = DriverManager.getConnection(server + "postgres", USER, USER);
                var known = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?");
                var create = connection.createStatement()) {
            known.setString(1, database);
            try (var rows = known.executeQuery()) {
                if (!rows.next()) {
                    create.execute("CREATE DATABASE " + create.enquoteIdentifier(database, true));
                }
            }
        } catch (SQLException e) {
            throw new BackendFailed("PostgreSQL does not create the database " + database, e);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://localhost:" + settings().port() + "/" + database;
    }

    @Override
    void prepare() throws IOException {
        var home = PostgresBinaries.home();
        if (Files.exists(settings().data().resolve("PG_VERSION"))) {
            return;
        }
        var words = new ArrayList<>(List.of(
                home.resolve("bin/initdb").toString(),
                "-D",
                settings().data().toString(),
                "-U",
                USER,
                "-A",
                "trust",
                "-E",
                "UTF-8",
                "--no-locale"));
        if (!settings().durable()) {
            words.add("--no-sync");
        }
        run(unprivileged(words));
    }

    @Override
    List<String> command() {
        var words = new ArrayList<>(List.of(
                program("postgres"),
                "-D",
                settings().data().toString(),
                "-p",
                Integer.toString(settings().port()),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=200",
                "-c",
                "shared_buffers=64MB",
                "-c",
                "max_wal_size=512MB",
                "-c",
                "timezone=UTC"));
        if (!settings().durable()) {
            words.addAll(List.of("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"));
        }
        return unprivileged(words);
    }

    private static String program(String name) {
        return PostgresBinaries.home().resolve("bin").resolve(name).toString();
    }

    private static List<String> unprivileged(List<String> words) {
        if (!LinuxUtils.isUnshareAvailable()) {
            return List.copyOf(words);
        }
        var wrapped = new ArrayList<>(List.of("unshare", "-U"));
        wrapped.addAll(words);
        return List.copyOf(wrapped);
    }

    /** TERM would wait for every client to leave. */
    @Override
    String stopSignal() {
        return "INT";
    }

    @Override
    void probe() throws SQLException {
        DriverManager.getConnection(url("postgres"), USER, USER).close();
    }
}
