package com.rebatesuite.rebate.view.cassandra;

import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatementBuilder;
import com.rebatesuite.rebate.view.DayMovement;
import com.rebatesuite.rebate.view.EntryView;
import com.rebatesuite.rebate.view.Recorded;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a decision adds and no other changes: its entries, the balances after it, what it moved on its day. */
final class AppendedRows {

    private static final String ENTRY = """
            INSERT INTO entry{g} (user_id, chunk, sequence, version, recorded_at, cause_source, cause_id, cause_type, kind,
              order_id, line, part, withdrawal_id, adjustment_id, claim_id, lot, source, target, currency, minor, rule_id,
              rule_version, coupon_id, steps, previous_hash, hash)
            VALUES (:user_id, :chunk, :sequence, :version, :recorded_at, :cause_source, :cause_id, :cause_type, :kind,
              :order_id, :line, :part, :withdrawal_id, :adjustment_id, :claim_id, :lot, :source, :target, :currency, :minor,
              :rule_id, :rule_version, :coupon_id, :steps, :previous_hash, :hash)
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
            for (var entry : decision.entries()) {
                batches.add("entry/" + Chunks.of(entry.sequence()) + "/" + user, entry(decision, entry));
            }
            batches.add("history/" + Chunks.of(decision.version()) + "/" + user, history(decision));
            if (!decision.entries().isEmpty()) {
                var day = Chunks.day(decision.recordedAt());
                batches.add("day/" + day + "/" + Chunks.shard(user), movement(decision));
            }
        }
        return batches.statements();
    }

    private BoundStatement entry(Recorded decision, EntryView entry) {
        var statement = prepared.of(ENTRY)
                .setString("user_id", decision.userId())
                .setLong("chunk", Chunks.of(entry.sequence()))
                .setLong("sequence", entry.sequence())
                .setLong("version", decision.version())
                .setInstant("recorded_at", decision.recordedAt())
                .setString("cause_source", decision.cause().source())
                .setString("cause_id", decision.cause().id())
                .setString("cause_type", decision.cause().type())
                .setString("kind", entry.kind())
                .setString("source", entry.from())
                .setString("target", entry.to())
                .setString("currency", entry.amount().currency())
                .setLong("minor", entry.amount().minor())
                .setString("previous_hash", entry.previousHash())
                .setString("hash", entry.hash())
                .setLong("written", written(decision));
        text(statement, "order_id", entry.orderId());
        number(statement, "line", entry.line());
        number(statement, "part", entry.part());
        text(statement, "withdrawal_id", entry.withdrawalId());
        text(statement, "adjustment_id", entry.adjustmentId());
        text(statement, "claim_id", entry.claimId());
        number(statement, "lot", entry.lot());
        text(statement, "rule_id", entry.ruleId());
        number(statement, "rule_version", entry.ruleVersion());
        text(statement, "coupon_id", entry.couponId());
        text(statement, "steps", entry.steps().isEmpty() ? null : json.text(entry.steps()));
        return statement.build();
    }

    private BoundStatement history(Recorded decision) {
        var statement = prepared.of(HISTORY)
                .setString("user_id", decision.userId())
                .setLong("chunk", Chunks.of(decision.version()))
                .setInstant("recorded_at", decision.recordedAt())
                .setLong("version", decision.version())
                .setString("balances", json.text(decision.balances()))
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
                .setString("movements", json.text(sums.values()))
                .setLong("written", written(decision))
                .build();
    }

    /** Microseconds, as Cassandra counts. Not the version: that would put all of them into one time window. */
    private static long written(Recorded decision) {
        return Math.multiplyExact(decision.recordedAt().toEpochMilli(), 1_000);
    }

    // What is absent stays unset: a null would be a tombstone.

    private static void text(BoundStatementBuilder statement, String column, @Nullable String value) {
        if (value != null) {
            var unused = statement.setString(column, value);
        }
    }

    private static void number(BoundStatementBuilder statement, String column, @Nullable Long value) {
        if (value != null) {
            var unused = statement.setLong(column, value);
        }
    }

    private static void number(BoundStatementBuilder statement, String column, @Nullable Integer value) {
        if (value != null) {
            var unused = statement.setInt(column, value);
        }
    }
}
