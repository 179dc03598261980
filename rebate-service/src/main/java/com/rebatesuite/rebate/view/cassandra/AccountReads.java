package com.rebatesuite.rebate.view.cassandra;

import static java.util.Objects.requireNonNull;

import com.datastax.oss.driver.api.core.cql.Row;
import com.rebatesuite.rebate.view.AccountView;
import com.rebatesuite.rebate.view.BalanceView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.core.type.TypeReference;

/** Reads what accounts hold, now and then. */
final class AccountReads {

    private static final TypeReference<List<BalanceView>> BALANCES = new TypeReference<>() {};

    /** History is written before the balance: a few of its rows may be ahead of it. */
    private static final int AHEAD = 500;

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private static final String BALANCE = "SELECT * FROM balance{g} WHERE user_id = :user_id";

    private static final String HISTORY = """
            SELECT recorded_at, version, last_entry, balances FROM balance_history{g}
            WHERE user_id = :user_id AND chunk = :chunk AND recorded_at <= :at LIMIT :most""";

    private final Reading reading;
    private final EntryReads entries;
    private final JsonColumns json;

    AccountReads(Reading reading, EntryReads entries, JsonColumns json) {
        this.reading = reading;
        this.entries = entries;
        this.json = json;
    }

    /**
     * What an account held at some time.
     *
     * @param lastEntry number of its last entry by then; 0 when there was none
     */
    record Moment(AccountView account, long lastEntry) {}

    /** One partition in one read: all of it is of one version. */
    Moment now(String userId) {
        var rows = reading.rows(reading.of(BALANCE).setString("user_id", userId));
        // Without a version only what an interrupted write of old times would leave.
        if (rows.isEmpty() || rows.getFirst().isNull("version")) {
            return new Moment(AccountView.none(userId), 0);
        }
        var any = rows.getFirst();
        var balances = rows.stream()
                .filter(row -> !row.isNull("currency"))
                .map(AccountReads::balance)
                .toList();
        return new Moment(
                new AccountView(userId, any.getLong("version"), time(any, "as_of"), balances),
                any.getLong("last_entry"));
    }

    Moment at(Moment now, Instant at) {
        var asOf = now.account().asOf();
        if (asOf == null || !at.isBefore(asOf)) {
            return now;
        }
        var user = now.account().userId();
        for (long chunk = Chunks.of(now.account().version()); chunk >= 0; chunk--) {
            for (var row : history(user, chunk, at, AHEAD)) {
                if (row.getLong("version") <= now.account().version()) {
                    return moment(user, row, now.lastEntry());
                }
            }
        }
        return new Moment(AccountView.none(user), 0);
    }

    /** The latest changes after a version up to the one that is served, at most so many, oldest first. */
    List<AccountView> changesAfter(String userId, long version, int limit) {
        var now = now(userId).account();
        var changes = new ArrayList<AccountView>();
        if (now.version() <= version) {
            return changes;
        }
        for (long chunk = Chunks.of(now.version()); chunk >= Chunks.of(version + 1); chunk--) {
            history(userId, chunk, LATEST, limit + AHEAD).stream()
                    .filter(row -> row.getLong("version") > version && row.getLong("version") <= now.version())
                    .map(row -> account(userId, row))
                    .forEach(changes::add);
        }
        changes.sort(Comparator.comparingLong(AccountView::version));
        return changes.subList(Math.max(0, changes.size() - limit), changes.size());
    }

    private List<Row> history(String userId, long chunk, Instant at, int most) {
        return reading.rows(reading.of(HISTORY)
                .setString("user_id", userId)
                .setLong("chunk", chunk)
                .setInstant("at", at)
                .setInt("most", most));
    }

    private Moment moment(String userId, Row row, long lastEntry) {
        var account = account(userId, row);
        return new Moment(
                account,
                row.isNull("last_entry")
                        ? entries.lastOf(userId, account.version(), lastEntry)
                        : row.getLong("last_entry"));
    }

    private AccountView account(String userId, Row row) {
        return new AccountView(
                userId,
                row.getLong("version"),
                time(row, "recorded_at"),
                json.list(row.getString("balances"), BALANCES));
    }

    private static BalanceView balance(Row row) {
        long estimated = row.getLong("estimated");
        long confirmed = row.getLong("confirmed");
        long available = row.getLong("available");
        long reserved = row.getLong("reserved");
        long paid = row.getLong("paid");
        return new BalanceView(
                EntryReads.text(row, "currency"),
                estimated,
                confirmed,
                available,
                reserved,
                paid,
                row.getLong("owed"),
                estimated + confirmed + available + reserved + paid,
                row.getLong("earned"),
                row.getLong("reversed"));
    }

    private static Instant time(Row row, String column) {
        return requireNonNull(row.getInstant(column), column);
    }
}
