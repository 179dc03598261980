package com.rebatesuite.rebate.view.cassandra;

import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.rebatesuite.rebate.view.BalanceView;
import com.rebatesuite.rebate.view.EntryView;
import com.rebatesuite.rebate.view.OrderView;
import com.rebatesuite.rebate.view.Recorded;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the next decision overwrites: balances and orders. Their timestamp is the version of the account, so Cassandra itself
 * lets what is newer win; the same decision again writes the same cells at the same timestamp.
 */
final class OverwrittenRows {

    static final String HEAD = "order";
    static final String LINE = "line";
    static final String DECISION = "decision";

    private static final String ACCOUNT = """
            INSERT INTO balance{g} (user_id, version, as_of) VALUES (:user_id, :version, :as_of)
            USING TIMESTAMP :version""";

    private static final String LAST_ENTRY =
            "INSERT INTO balance{g} (user_id, last_entry) VALUES (:user_id, :last_entry) USING TIMESTAMP :version";

    private static final String BALANCE = """
            INSERT INTO balance{g} (user_id, currency, estimated, confirmed, available, reserved, paid, owed, earned, reversed)
            VALUES (:user_id, :currency, :estimated, :confirmed, :available, :reserved, :paid, :owed, :earned, :reversed)
            USING TIMESTAMP :version""";

    private static final String ORDER = """
            INSERT INTO order_rebate{g} (order_id, section, number, user_id, detail)
            VALUES (:order_id, :section, :number, :user_id, :detail) USING TIMESTAMP :version""";

    private static final String ORDER_DECISION = """
            INSERT INTO order_rebate{g} (order_id, section, number, user_id, first_entry, last_entry)
            VALUES (:order_id, :section, :version, :user_id, :first_entry, :last_entry) USING TIMESTAMP :version""";

    private final Prepared prepared;
    private final JsonColumns json;

    OverwrittenRows(Prepared prepared, JsonColumns json) {
        this.prepared = prepared;
        this.json = json;
    }

    List<BatchStatement> of(List<Recorded> decisions) {
        var batches = Batches.whole();
        for (var decision : decisions) {
            entriesByOrder(decision)
                    .forEach((orderId, entries) ->
                            batches.add("order/" + orderId, orderDecision(decision, orderId, entries)));
        }
        newest(decisions, OverwrittenRows::orderId).forEach((orderId, decision) -> order(batches, decision));
        newest(decisions, Recorded::userId).forEach((userId, decision) -> account(batches, decision));
        newest(decisions, decision -> decision.entries().isEmpty() ? null : decision.userId())
                .forEach((userId, decision) -> batches.add("balance/" + userId, lastEntry(decision)));
        return batches.statements();
    }

    private static Map<String, List<EntryView>> entriesByOrder(Recorded decision) {
        return decision.entries().stream()
                .filter(entry -> entry.orderId() != null)
                .collect(Collectors.groupingBy(
                        entry -> Objects.requireNonNull(entry.orderId()), LinkedHashMap::new, Collectors.toList()));
    }

    /** Of several states of one thing only the last needs to be written. */
    static Map<String, Recorded> newest(List<Recorded> decisions, Function<Recorded, @Nullable String> thing) {
        var newest = new LinkedHashMap<String, Recorded>();
        for (var decision : decisions) {
            var key = thing.apply(decision);
            if (key != null) {
                newest.merge(key, decision, (one, other) -> other.version() > one.version() ? other : one);
            }
        }
        return newest;
    }

    private static @Nullable String orderId(Recorded decision) {
        return decision.order() == null ? null : decision.order().orderId();
    }

    private void account(Batches batches, Recorded decision) {
        var partition = "balance/" + decision.userId();
        var statement = prepared.of(ACCOUNT)
                .setString("user_id", decision.userId())
                .setLong("version", decision.version())
                .setInstant("as_of", decision.recordedAt());
        batches.add(partition, statement.build());
        decision.balances().forEach(balance -> batches.add(partition, balance(decision, balance)));
    }

    private BoundStatement lastEntry(Recorded decision) {
        return prepared.of(LAST_ENTRY)
                .setString("user_id", decision.userId())
                .setLong("last_entry", decision.entries().getLast().sequence())
                .setLong("version", decision.version())
                .build();
    }

    private BoundStatement balance(Recorded decision, BalanceView balance) {
        return prepared.of(BALANCE)
                .setString("user_id", decision.userId())
                .setString("currency", balance.currency())
                .setLong("estimated", balance.estimated())
                .setLong("confirmed", balance.confirmed())
                .setLong("available", balance.available())
                .setLong("reserved", balance.reserved())
                .setLong("paid", balance.paid())
                .setLong("owed", balance.owed())
                .setLong("earned", balance.earned())
                .setLong("reversed", balance.reversed())
                .setLong("version", decision.version())
                .build();
    }

    private void order(Batches batches, Recorded decision) {
        var order = Objects.requireNonNull(decision.order());
        var partition = "order/" + order.orderId();
        batches.add(partition, row(order, HEAD, 0, json.bytes(order.withLines(List.of()))));
        order.lines().forEach(line -> batches.add(partition, row(order, LINE, line.line(), json.bytes(line))));
    }

    private BoundStatement row(OrderView order, String section, long number, ByteBuffer detail) {
        return prepared.of(ORDER)
                .setString("order_id", order.orderId())
                .setString("section", section)
                .setLong("number", number)
                .setString("user_id", order.userId())
                .setBytesUnsafe("detail", detail)
                .setLong("version", order.version())
                .build();
    }

    private BoundStatement orderDecision(Recorded decision, String orderId, List<EntryView> entries) {
        return prepared.of(ORDER_DECISION)
                .setString("order_id", orderId)
                .setString("section", DECISION)
                .setString("user_id", decision.userId())
                .setLong("first_entry", entries.getFirst().sequence())
                .setLong("last_entry", entries.getLast().sequence())
                .setLong("version", decision.version())
                .build();
    }
}
