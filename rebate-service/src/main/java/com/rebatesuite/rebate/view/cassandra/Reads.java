package com.rebatesuite.rebate.view.cassandra;

import static java.util.Objects.requireNonNull;

import com.datastax.oss.driver.api.core.cql.Row;
import com.rebatesuite.rebate.view.BalanceView;
import com.rebatesuite.rebate.view.BookedEntry;
import com.rebatesuite.rebate.view.CauseView;
import com.rebatesuite.rebate.view.EntryView;
import com.rebatesuite.rebate.view.MoneyView;
import com.rebatesuite.rebate.view.OrderView;
import java.time.Instant;
import java.util.Optional;

/** Rows as views. */
final class Reads {

    private final JsonColumns json;

    Reads(JsonColumns json) {
        this.json = json;
    }

    /** What a row of balance knows, with what is the same for the whole account. */
    record StoredBalance(long version, Instant asOf, long lastEntry, BalanceView view) {}

    static StoredBalance balance(Row row) {
        return new StoredBalance(
                row.getLong("version"), time(row, "as_of"), row.getLong("last_entry"), balanceView(row));
    }

    private static BalanceView balanceView(Row row) {
        long estimated = row.getLong("estimated");
        long confirmed = row.getLong("confirmed");
        long available = row.getLong("available");
        long reserved = row.getLong("reserved");
        long paid = row.getLong("paid");
        return new BalanceView(
                text(row, "currency"),
                estimated,
                confirmed,
                available,
                reserved,
                paid,
                estimated + confirmed + available + reserved + paid,
                row.getLong("earned"),
                row.getLong("reversed"));
    }

    BookedEntry entry(Row row) {
        return entry(row, row.getLong("version"));
    }

    /** The order may be there before its entries. */
    Optional<BookedEntry> orderEntry(Row row) {
        return row.isNull("sequence") ? Optional.empty() : Optional.of(entry(row, row.getLong("entry_version")));
    }

    /** Entries may be there before the order they belong to. */
    Optional<OrderView> order(Row row) {
        return row.isNull("lines")
                ? Optional.empty()
                : Optional.of(new OrderView(
                        text(row, "order_id"),
                        text(row, "user_id"),
                        row.getLong("version"),
                        time(row, "as_of"),
                        text(row, "state"),
                        text(row, "channel"),
                        json.lines(row.getString("lines"))));
    }

    private static Instant time(Row row, String column) {
        return requireNonNull(row.getInstant(column), column);
    }

    private BookedEntry entry(Row row, long version) {
        return new BookedEntry(
                version,
                time(row, "recorded_at"),
                new CauseView(text(row, "cause_source"), text(row, "cause_id"), text(row, "cause_type")),
                new EntryView(
                        row.getLong("sequence"),
                        text(row, "kind"),
                        text(row, "order_id"),
                        row.getInt("line"),
                        text(row, "source"),
                        text(row, "target"),
                        new MoneyView(text(row, "currency"), row.getLong("minor")),
                        row.getString("rule_id"),
                        row.isNull("rule_version") ? null : row.getInt("rule_version"),
                        json.steps(row.getString("steps")),
                        text(row, "previous_hash"),
                        text(row, "hash")));
    }

    private static String text(Row row, String column) {
        return requireNonNull(row.getString(column), column);
    }
}
