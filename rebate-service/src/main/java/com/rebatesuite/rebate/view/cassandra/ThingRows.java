package com.rebatesuite.rebate.view.cassandra;

import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatementBuilder;
import com.rebatesuite.rebate.view.Recorded;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;

/** Withdrawals, adjustments, claims, payout methods and frozen accounts, overwritten like {@link OverwrittenRows}. */
final class ThingRows {

    private final Prepared prepared;
    private final JsonColumns json;

    ThingRows(Prepared prepared, JsonColumns json) {
        this.prepared = prepared;
        this.json = json;
    }

    List<BatchStatement> of(List<Recorded> decisions) {
        var batches = Batches.whole();
        write(batches, Thing.WITHDRAWAL, decisions);
        write(batches, Thing.ADJUSTMENT, decisions);
        write(batches, Thing.CLAIM, decisions);
        write(batches, Thing.Single.PAYOUT_METHOD, decisions);
        write(batches, Thing.Single.ACCOUNT_STATE, decisions);
        byBatch(batches, decisions);
        return batches.statements();
    }

    private <T> void write(Batches batches, Thing<T> thing, List<Recorded> decisions) {
        var newest = OverwrittenRows.newest(decisions, decision -> {
            var value = thing.of().apply(decision);
            return value == null ? null : thing.id().apply(value);
        });
        newest.forEach((id, decision) -> {
            var value = Objects.requireNonNull(thing.of().apply(decision));
            var detail = json.bytes(value);
            var day = Chunks.day(thing.day().apply(value));
            var table = thing.table();
            batches.add(
                    table + "/" + decision.userId(),
                    keyed(table, "", decision, id, detail).build());
            batches.add(
                    table + "-id/" + id,
                    keyed(table + "_by_id", "", decision, id, detail).build());
            batches.add(
                    table + "-day/" + day,
                    keyed(table + "_by_day", "day", decision, id, detail)
                            .setLocalDate("day", day)
                            .build());
        });
    }

    private void byBatch(Batches batches, List<Recorded> decisions) {
        var newest = OverwrittenRows.newest(decisions, decision -> {
            var withdrawal = decision.withdrawal();
            return withdrawal == null || withdrawal.batchId() == null ? null : withdrawal.withdrawalId();
        });
        newest.forEach((id, decision) -> {
            var withdrawal = Objects.requireNonNull(decision.withdrawal());
            batches.add(
                    "batch/" + withdrawal.batchId(),
                    keyed("withdrawal_by_batch", "batch_id", decision, id, json.bytes(withdrawal))
                            .setString("batch_id", withdrawal.batchId())
                            .build());
        });
    }

    private <T> void write(Batches batches, Thing.Single<T> thing, List<Recorded> decisions) {
        var cql = "INSERT INTO " + thing.table() + "{g} (user_id, version, detail) VALUES (:user_id, :version, :detail)"
                + " USING TIMESTAMP :version";
        var newest = OverwrittenRows.newest(
                decisions, decision -> thing.of().apply(decision) == null ? null : decision.userId());
        newest.forEach((userId, decision) -> batches.add(
                thing.table() + "/" + userId,
                prepared.of(cql)
                        .setString("user_id", userId)
                        .setLong("version", decision.version())
                        .setBytesUnsafe(
                                "detail",
                                json.bytes(Objects.requireNonNull(thing.of().apply(decision))))
                        .build()));
    }

    private BoundStatementBuilder keyed(String table, String key, Recorded decision, String id, ByteBuffer detail) {
        var column = key.isEmpty() ? "" : key + ", ";
        var marker = key.isEmpty() ? "" : ":" + key + ", ";
        return prepared.of("INSERT INTO " + table + "{g} (" + column + "user_id, id, version, detail) VALUES (" + marker
                        + ":user_id, :id, :version, :detail) USING TIMESTAMP :version")
                .setString("user_id", decision.userId())
                .setString("id", id)
                .setLong("version", decision.version())
                .setBytesUnsafe("detail", detail);
    }
}
