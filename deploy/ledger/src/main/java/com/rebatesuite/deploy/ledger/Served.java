package com.rebatesuite.deploy.ledger;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.rebatesuite.deploy.ledger.Decision.Balance;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** What Cassandra serves of the ledger. */
final class Served implements AutoCloseable {

    private static final int CHUNK = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CqlSession session;
    private final PreparedStatement balances;
    private final PreparedStatement entries;

    Served(String contactPoint, String datacenter, String keyspace) {
        session = CqlSession.builder()
                .addContactPoint(address(contactPoint))
                .withLocalDatacenter(datacenter)
                .withKeyspace(keyspace)
                .withConfigLoader(DriverConfigLoader.programmaticBuilder()
                        .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, PATIENCE)
                        .withString(DefaultDriverOption.SESSION_NAME, "verify-ledger")
                        .build())
                .build();
        var generation = Generation.serving(session);
        balances = session.prepare("SELECT * FROM balance" + generation + " WHERE user_id = ?");
        entries = session.prepare("SELECT sequence, hash FROM entry" + generation + " WHERE user_id = ? AND chunk = ?");
    }

    /** One row of the balance: of which version of the account, and what it says. */
    record Shown(long version, Balance balance) {}

    List<Shown> balances(String userId) {
        return session.execute(balances.bind(userId)).all().stream()
                .map(Served::balance)
                .sorted(Comparator.comparing(row -> row.balance().currency()))
                .toList();
    }

    /** The hashes of the first {@code count} entries of an account; an empty text where one is missing. */
    List<String> hashes(String userId, int count) {
        var hashes = new ArrayList<String>(Collections.nCopies(count, ""));
        for (long chunk = 0; chunk * CHUNK < count; chunk++) {
            for (var row : session.execute(entries.bind(userId, chunk))) {
                var index = (int) row.getLong("sequence") - 1;
                if (index < count) {
                    hashes.set(index, String.valueOf(row.getString("hash")));
                }
            }
        }
        return hashes;
    }

    private static Shown balance(Row row) {
        long available = row.getLong("available");
        long lifetime = row.getLong("estimated")
                + row.getLong("confirmed")
                + available
                + row.getLong("reserved")
                + row.getLong("paid");
        return new Shown(
                row.getLong("version"),
                new Balance(
                        String.valueOf(row.getString("currency")),
                        row.getLong("estimated"),
                        row.getLong("confirmed"),
                        available,
                        row.getLong("reserved"),
                        row.getLong("paid"),
                        row.getLong("owed"),
                        lifetime,
                        row.getLong("earned"),
                        row.getLong("reversed")));
    }

    private static InetSocketAddress address(String contactPoint) {
        int colon = contactPoint.lastIndexOf(':');
        return new InetSocketAddress(
                contactPoint.substring(0, colon), Integer.parseInt(contactPoint.substring(colon + 1)));
    }

    @Override
    public void close() {
        session.close();
    }
}
