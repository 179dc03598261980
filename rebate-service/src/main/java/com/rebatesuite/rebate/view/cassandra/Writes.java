package com.rebatesuite.rebate.view.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatementBuilder;
import com.rebatesuite.rebate.view.EntryView;
import com.rebatesuite.rebate.view.Recorded;

/**
 * The statements for one decision. Their timestamp is the version of the account, so Cassandra itself lets what is newer
 * win; the same decision again writes the same cells at the same timestamp.
 */
final class Writes {

    /** Entries per partition of the table entry. */
    static final long CHUNK = 10_000;

    private final Statements statements;
    private final JsonColumns json;

    Writes(Statements statements, JsonColumns json) {
        this.statements = statements;
        this.json = json;
    }

    static long chunk(long sequence) {
        return (sequence - 1) / CHUNK;
    }

    BoundStatement balance(Recorded decision) {
        var balance = decision.balance();
        return statements
                .writeBalance()
                .boundStatementBuilder()
                .setString("user_id", decision.userId())
                .setString("currency", balance.currency())
                .setLong("version", decision.version())
                .setInstant("as_of", decision.recordedAt())
                .setLong("last_entry", decision.lastEntry())
                .setLong("estimated", balance.estimated())
                .setLong("confirmed", balance.confirmed())
                .setLong("available", balance.available())
                .setLong("reserved", balance.reserved())
                .setLong("paid", balance.paid())
                .setLong("earned", balance.earned())
                .setLong("reversed", balance.reversed())
                .setLong("written", decision.version())
                .setIdempotence(true)
                .build();
    }

    BoundStatement order(Recorded decision) {
        var order = decision.order();
        return statements
                .writeOrder()
                .boundStatementBuilder()
                .setString("order_id", order.orderId())
                .setString("user_id", decision.userId())
                .setLong("version", decision.version())
                .setInstant("as_of", decision.recordedAt())
                .setString("state", order.state())
                .setString("channel", order.channel())
                .setString("lines", json.lines(order.lines()))
                .setLong("written", decision.version())
                .setIdempotence(true)
                .build();
    }

    BoundStatement entry(Recorded decision, EntryView entry) {
        return common(statements.writeEntry().boundStatementBuilder(), decision, entry)
                .setString("user_id", decision.userId())
                .setLong("chunk", chunk(entry.sequence()))
                .setString("order_id", entry.orderId())
                .build();
    }

    BoundStatement orderEntry(Recorded decision, EntryView entry) {
        return common(statements.writeOrderEntry().boundStatementBuilder(), decision, entry)
                .setString("order_id", entry.orderId())
                .build();
    }

    private BoundStatementBuilder common(BoundStatementBuilder statement, Recorded decision, EntryView entry) {
        var filled = statement
                .setLong("sequence", entry.sequence())
                .setLong("version", decision.version())
                .setInstant("recorded_at", decision.recordedAt())
                .setString("cause_source", decision.cause().source())
                .setString("cause_id", decision.cause().id())
                .setString("cause_type", decision.cause().type())
                .setString("kind", entry.kind())
                .setInt("line", entry.line())
                .setString("source", entry.from())
                .setString("target", entry.to())
                .setString("currency", entry.amount().currency())
                .setLong("minor", entry.amount().minor())
                .setString("steps", json.steps(entry.steps()))
                .setString("previous_hash", entry.previousHash())
                .setString("hash", entry.hash())
                .setLong("written", decision.version())
                .setIdempotence(true);
        // Left unset without a rule: a null would be a tombstone.
        return entry.ruleId() == null || entry.ruleVersion() == null
                ? filled
                : filled.setString("rule_id", entry.ruleId()).setInt("rule_version", entry.ruleVersion());
    }
}
