package com.rebatesuite.rebate.view.cassandra;

import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.rebatesuite.rebate.view.BookedEntry;
import com.rebatesuite.rebate.view.DayMovement;
import com.rebatesuite.rebate.view.EntryView;
import com.rebatesuite.rebate.view.Recorded;
import java.util.List;
import java.util.TreeMap;

/** What a decision adds and no other changes: its entries, the balances after it, what it moved on its day. */
final class AppendedRows {

    private static final String ENTRY = """
            INSERT INTO entry{g} (user_id, chunk, sequence, version, hash, detail)
            VALUES (:user_id, :chunk, :sequence, :version, :hash, :detail)
            USING TIMESTAMP :written""";

    private static final String HISTORY = """
            INSERT INTO balance_history{g} (user_id, chunk, recorded_at, version, last_entry, balances)
            VALUES (:user_id, :chunk, :recorded_at, :version, :last_entry, :balances)
            USING TIMESTAMP :written""";

    private static final String MOVEMENT = """
            INSERT INTO day_movement{g} (day, shard, user_id, version, movements)
            VALUES (:day, :shard, :user_id, :version, :movements)
            USING TIMESTAMP :written""";

    private final Prepared prepared;
    private final JsonColumns json;

    AppendedRows(Prepared prepared, JsonColumns json) {
        this.prepared = prepared;
        this.json = json;
    }

    List<BatchStatement> of(List<Recorded> decisions) {
        var batches = Batches.inParts();
        for (var decision : decisions) {
            var user = decision.userId();
            // Entries and history have the same partition key: what lies in two tables is one mutation all the same.
            for (var entry : decision.entries()) {
                batches.add(Chunks.of(entry.sequence()) + "/" + user, entry(decision, entry));
            }
            batches.add(Chunks.of(decision.version()) + "/" + user, history(decision));
            if (!decision.entries().isEmpty()) {
                var day = Chunks.day(decision.recordedAt());
                batches.add("day/" + day + "/" + Chunks.shard(user), movement(decision));
            }
        }
        return batches.statements();
    }

    private BoundStatement entry(Recorded decision, EntryView entry) {
        var booked = new BookedEntry(decision.version(), decision.recordedAt(), decision.cause(), entry);
        return prepared.of(ENTRY)
                .setString("user_id", decision.userId())
                .setLong("chunk", Chunks.of(entry.sequence()))
                .setLong("sequence", entry.sequence())
                .setLong("version", decision.version())
                .setString("hash", entry.hash())
                .setBytesUnsafe("detail", json.bytes(booked))
                .setLong("written", written(decision))
                .build();
    }

    private BoundStatement history(Recorded decision) {
        var statement = prepared.of(HISTORY)
                .setString("user_id", decision.userId())
                .setLong("chunk", Chunks.of(decision.version()))
                .setInstant("recorded_at", decision.recordedAt())
                .setLong("version", decision.version())
                .setBytesUnsafe("balances", json.bytes(decision.balances()))
                .setLong("written", written(decision));
        if (!decision.entries().isEmpty()) {
            statement =
                    statement.setLong("last_entry", decision.entries().getLast().sequence());
        }
        return statement.build();
    }

    private BoundStatement movement(Recorded decision) {
        var sums = new TreeMap<String, DayMovement>();
        decision.entries().stream()
                .map(DayMovement::of)
                .forEach(movement -> sums.merge(movement.way(), movement, DayMovement::plus));
        return prepared.of(MOVEMENT)
                .setLocalDate("day", Chunks.day(decision.recordedAt()))
                .setInt("shard", Chunks.shard(decision.userId()))
                .setString("user_id", decision.userId())
                .setLong("version", decision.version())
                .setBytesUnsafe("movements", json.bytes(sums.values()))
                .setLong("written", written(decision))
                .build();
    }

    /** Microseconds, as Cassandra counts. Not the version: that would put all of them into one time window. */
    private static long written(Recorded decision) {
        return Math.multiplyExact(decision.recordedAt().toEpochMilli(), 1_000);
    }
}
