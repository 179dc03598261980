package com.rebatesuite.rebate.view.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatementBuilder;
import com.datastax.oss.driver.api.core.cql.Row;
import com.rebatesuite.rebate.view.Owned;
import com.rebatesuite.rebate.view.WithdrawalView;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads withdrawals, adjustments, claims, payout methods and frozen accounts. */
final class ThingReads {

    /** After any id. */
    private static final String LAST = "\uffff";

    private final Reading reading;
    private final JsonColumns json;

    ThingReads(Reading reading, JsonColumns json) {
        this.reading = reading;
        this.json = json;
    }

    <T> Optional<Owned<T>> one(Thing<T> thing, String id) {
        var query = reading.of("SELECT * FROM " + thing.table() + "_by_id{g} WHERE id = :id")
                .setString("id", id);
        return reading.row(query).map(row -> owned(row, thing.type()));
    }

    <T> Optional<Owned<T>> one(Thing.Single<T> thing, String userId) {
        var query = reading.of("SELECT * FROM " + thing.table() + "{g} WHERE user_id = :user_id")
                .setString("user_id", userId);
        return reading.row(query).map(row -> owned(row, thing.type()));
    }

    <T> List<Owned<T>> ofUser(Thing<T> thing, String userId, @Nullable String before, int limit) {
        var query = reading.of(
                        "SELECT * FROM " + thing.table() + "{g} WHERE user_id = :user_id AND id < :before LIMIT :most")
                .setString("user_id", userId)
                .setString("before", before == null ? LAST : before);
        return list(query, thing.type(), limit);
    }

    <T> List<Owned<T>> ofDay(Thing<T> thing, LocalDate day, @Nullable String after, int limit) {
        var query = reading.of(
                        "SELECT * FROM " + thing.table() + "_by_day{g} WHERE day = :day AND id > :after LIMIT :most")
                .setLocalDate("day", day)
                .setString("after", after == null ? "" : after);
        return list(query, thing.type(), limit);
    }

    List<Owned<WithdrawalView>> ofBatch(String batchId, @Nullable String after, int limit) {
        var query = reading.of(
                        "SELECT * FROM withdrawal_by_batch{g} WHERE batch_id = :batch_id AND id > :after LIMIT :most")
                .setString("batch_id", batchId)
                .setString("after", after == null ? "" : after);
        return list(query, WithdrawalView.class, limit);
    }

    private <T> List<Owned<T>> list(BoundStatementBuilder query, Class<T> type, int limit) {
        return reading.rows(query.setInt("most", limit)).stream()
                .map(row -> owned(row, type))
                .toList();
    }

    private <T> Owned<T> owned(Row row, Class<T> type) {
        return new Owned<>(
                EntryReads.text(row, "user_id"),
                row.getLong("version"),
                json.value(EntryReads.text(row, "detail"), type));
    }
}
