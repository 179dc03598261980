package com.rebatesuite.rebate.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
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
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Applies the files {@code classpath:cassandra/*.cql}, and {@code cassandra/views/*.cql} to every generation of the views, in
 * the order of their names, each once. Statements are additive and {@code IF NOT EXISTS}, so two replicas may run the same
 * file at once. A file that was applied must never change.
 */
final class Migrations {

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    private static final Duration DDL_TIMEOUT = Duration.ofSeconds(30);
    private static final String VIEWS = "classpath:cassandra/views/*.cql";
    private static final Pattern TABLE = Pattern.compile("CREATE TABLE IF NOT EXISTS (\\w+)\\{generation}");

    /** As every generation that is served: see the table. */
    private static final String FIRST_GENERATION =
            "INSERT INTO generation (name, number, state) VALUES ('views', 1, 'serving') USING TIMESTAMP 2";

    private final CqlSession session;

    Migrations(CqlSession session) {
        this.session = session;
    }

    void run() {
        ddl("CREATE TABLE IF NOT EXISTS migration (name text PRIMARY KEY, checksum text, applied_at timestamp)");
        for (var file : files("classpath:cassandra/*.cql")) {
            run(name(file), text(file));
        }
        session.execute(FIRST_GENERATION);
        generations().forEach(this::makeTables);
    }

    void makeTables(int generation) {
        for (var file : files(VIEWS)) {
            run(
                    "views" + Store.suffix(generation) + "/" + name(file),
                    text(file).replace("{generation}", Store.suffix(generation)));
        }
    }

    void dropTables(int generation) {
        for (var file : files(VIEWS)) {
            TABLE.matcher(text(file))
                    .results()
                    .map(found -> found.group(1) + Store.suffix(generation))
                    .forEach(table -> ddl("DROP TABLE IF EXISTS " + table));
        }
    }

    private List<Integer> generations() {
        return session.execute("SELECT number, state FROM generation WHERE name = 'views'").all().stream()
                .filter(row -> !text(row, "state").equals("dropped"))
                .map(row -> row.getInt("number"))
                .toList();
    }

    private void run(String name, String text) {
        var checksum = checksum(text);
        var known = applied().get(name);
        if (known == null) {
            apply(name, text, checksum);
        } else if (!known.equals(checksum)) {
            throw new IllegalStateException(
                    "migration " + name + ": checksum " + checksum + " (expected: " + known + ", as applied)");
        }
    }

    private Map<String, String> applied() {
        return session.execute("SELECT name, checksum FROM migration").all().stream()
                .collect(Collectors.toMap(row -> text(row, "name"), row -> text(row, "checksum")));
    }

    private void apply(String name, String text, String checksum) {
        Arrays.stream(text.replaceAll("(?m)--.*$", "").split(";"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .forEach(this::ddl);
        session.execute(SimpleStatement.newInstance(
                "INSERT INTO migration (name, checksum, applied_at) VALUES (?, ?, toTimestamp(now()))",
                name,
                checksum));
        LOG.info("migration {} applied", name);
    }

    /** The next statement needs the schema of this one on every node. */
    private void ddl(String statement) {
        session.execute(SimpleStatement.newInstance(statement).setTimeout(DDL_TIMEOUT));
        if (!session.checkSchemaAgreement()) {
            throw new IllegalStateException("the nodes do not agree on the schema after: " + statement);
        }
    }

    private static List<Resource> files(String pattern) {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(pattern))
                    .sorted(Comparator.comparing(file -> Objects.requireNonNull(file.getFilename())))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String name(Resource file) {
        return Objects.requireNonNull(file.getFilename());
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Row row, String column) {
        return Objects.requireNonNull(row.getString(column), column);
    }

    private static String checksum(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
