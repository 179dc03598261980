package com.rebatesuite.rebate.view.cassandra;

import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.rebatesuite.rebate.store.Store;
import com.rebatesuite.rebate.store.StoreUnavailable;
import com.rebatesuite.rebate.view.Generation;
import com.rebatesuite.rebate.view.Generation.State;
import com.rebatesuite.rebate.view.Generations;
import com.rebatesuite.rebate.view.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The generations as rows; each state has a timestamp of its own, so that whoever writes last cannot turn one back. */
@Component
class CassandraGenerations implements Generations {

    private final Store store;
    private final Tables tables;

    CassandraGenerations(Store store, Tables tables) {
        this.store = store;
        this.tables = tables;
    }

    @Override
    public List<Generation> all() {
        return execute(() -> store.session().execute("SELECT * FROM generation WHERE name = 'views'").all().stream()
                .map(CassandraGenerations::generation)
                .toList());
    }

    /** The tables first: who reads that it is building may write at once. */
    @Override
    public void open(int number, String by, Instant at) {
        execute(() -> {
            store.makeTables(number);
            return store.session()
                    .execute(SimpleStatement.newInstance(
                            "INSERT INTO generation (name, number, state, requested_by, requested_at)"
                                    + " VALUES ('views', ?, 'building', ?, ?) USING TIMESTAMP 1",
                            number,
                            by,
                            at));
        });
    }

    @Override
    public void serve(int number, Instant at) {
        execute(() -> store.session()
                .execute(SimpleStatement.newInstance(
                        "INSERT INTO generation (name, number, state, served_at)"
                                + " VALUES ('views', ?, 'serving', ?) USING TIMESTAMP 2",
                        number,
                        at)));
    }

    /** Said first: no replica that starts later makes the tables again. */
    @Override
    public void drop(int number) {
        execute(() -> {
            var said = store.session()
                    .execute(SimpleStatement.newInstance(
                            "INSERT INTO generation (name, number, state) VALUES ('views', ?, 'dropped')"
                                    + " USING TIMESTAMP 3",
                            number));
            store.dropTables(number);
            return said;
        });
    }

    @Override
    public void use(int number) {
        tables.serve(number);
    }

    @Override
    public void write(int number, List<Recorded> decisions) {
        tables.write(number, decisions);
    }

    private static Generation generation(Row row) {
        return new Generation(
                row.getInt("number"),
                State.valueOf(Objects.requireNonNull(row.getString("state")).toUpperCase(Locale.ROOT)),
                row.getString("requested_by"),
                row.getInstant("requested_at"),
                row.getInstant("served_at"));
    }

    private static <T> T execute(Supplier<T> work) {
        try {
            return work.get();
        } catch (DriverException away) {
            throw new StoreUnavailable("Cassandra does not answer", away);
        }
    }
}
