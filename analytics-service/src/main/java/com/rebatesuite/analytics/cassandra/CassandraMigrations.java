package com.rebatesuite.analytics.cassandra;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Runs {@code db/cassandra/*.cql} once each, in order of their names. Statements are additive and say IF NOT EXISTS, so two
 * instances that start together do no harm to each other.
 */
final class CassandraMigrations {

    private static final String FILES = "classpath:db/cassandra/*.cql";
    private static final Duration DDL_TIMEOUT = Duration.ofSeconds(30);

    private final CqlSession session;
    private final CassandraProperties properties;

    CassandraMigrations(CqlSession session, CassandraProperties properties) {
        this.session = session;
        this.properties = properties;
    }

    /**
     * Brings the keyspace up to date.
     *
     * @throws IllegalStateException if a file was changed after it had run, or the nodes do not agree on the schema
     */
    void run() {
        if (properties.createKeyspace()) {
            change("CREATE KEYSPACE IF NOT EXISTS ${keyspace} WITH replication = "
                    + "{'class': 'NetworkTopologyStrategy', 'replication_factor': 1}");
        }
        change("CREATE TABLE IF NOT EXISTS ${keyspace}.schema_migration "
                + "(name text PRIMARY KEY, checksum text, applied_at timestamp)");
        files().forEach(this::apply);
    }

    private void apply(Resource file) {
        var name = String.valueOf(file.getFilename());
        var cql = read(file);
        var checksum = checksum(cql);
        var applied = session.execute(
                        statement("SELECT checksum FROM ${keyspace}.schema_migration WHERE name = ?", name))
                .one();
        if (applied == null) {
            statements(cql).forEach(this::change);
            session.execute(statement(
                    "INSERT INTO ${keyspace}.schema_migration (name, checksum, applied_at) "
                            + "VALUES (?, ?, toTimestamp(now()))",
                    name,
                    checksum));
        } else if (!checksum.equals(applied.getString("checksum"))) {
            throw new IllegalStateException("checksum of " + name + ": " + checksum + " (expected: "
                    + applied.getString("checksum") + "; a migration that has run is never changed)");
        }
    }

    private void change(String cql) {
        var result = session.execute(statement(cql));
        if (!result.getExecutionInfo().isSchemaInAgreement() && !session.checkSchemaAgreement()) {
            throw new IllegalStateException("schema: the nodes differ after " + cql + " (expected: agreement)");
        }
    }

    private SimpleStatement statement(String cql, Object... values) {
        return SimpleStatement.newInstance(cql.replace("${keyspace}", properties.keyspace()), values)
                .setTimeout(DDL_TIMEOUT);
    }

    private static List<String> statements(String cql) {
        return Arrays.stream(cql.replaceAll("(?m)--.*$", "").split(";", -1))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static List<Resource> files() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(FILES))
                    .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Resource file) {
        try {
            return file.getContentAsString(UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String checksum(String cql) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(cql.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
