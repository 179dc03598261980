package com.rebatesuite.rebate.view.cassandra;

import static java.util.Objects.requireNonNull;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.rebatesuite.rebate.view.BookedEntry;
import java.util.ArrayList;
import java.util.List;

/** Reads entries by their numbers, which have no gap. */
final class EntryReads {

    private static final String NEWEST_FIRST = """
            SELECT detail FROM entry{g} WHERE user_id = :user_id AND chunk = :chunk AND sequence >= :first AND sequence <= :last
            LIMIT :most""";

    private static final String OLDEST_FIRST = """
            SELECT detail FROM entry{g} WHERE user_id = :user_id AND chunk = :chunk AND sequence >= :first AND sequence <= :last
            ORDER BY sequence ASC""";

    private static final String VERSION =
            "SELECT version FROM entry{g} WHERE user_id = :user_id AND chunk = :chunk AND sequence = :sequence";

    private final Reading reading;
    private final JsonColumns json;

    EntryReads(Reading reading, JsonColumns json) {
        this.reading = reading;
        this.json = json;
    }

    /** Numbers of entries that follow each other, both ends included. */
    record Range(long first, long last) {}

    List<BookedEntry> newestFirst(String userId, long first, long last, int limit) {
        var entries = new ArrayList<BookedEntry>();
        if (last < 1) {
            return entries;
        }
        for (long chunk = Chunks.of(last); chunk >= Chunks.of(Math.max(first, 1)) && entries.size() < limit; chunk--) {
            var query = reading.of(NEWEST_FIRST)
                    .setString("user_id", userId)
                    .setLong("chunk", chunk)
                    .setLong("first", first)
                    .setLong("last", last)
                    .setInt("most", limit - entries.size());
            reading.rows(query).forEach(row -> entries.add(entry(row)));
        }
        return entries;
    }

    List<BookedEntry> oldestFirst(String userId, List<Range> ranges) {
        var queries = new ArrayList<BoundStatement>();
        for (var range : ranges) {
            for (long chunk = Chunks.of(range.first()); chunk <= Chunks.of(range.last()); chunk++) {
                queries.add(reading.of(OLDEST_FIRST)
                        .setString("user_id", userId)
                        .setLong("chunk", chunk)
                        .setLong("first", range.first())
                        .setLong("last", range.last())
                        .build());
            }
        }
        return reading.each(queries).stream()
                .flatMap(List::stream)
                .map(this::entry)
                .toList();
    }

    /** The last of the entries 1 to {@code last} that no later version than this one made; 0 when there is none. */
    long lastOf(String userId, long version, long last) {
        long known = 0;
        long beyond = last + 1;
        while (beyond - known > 1) {
            long middle = known + (beyond - known) / 2;
            if (version(userId, middle) <= version) {
                known = middle;
            } else {
                beyond = middle;
            }
        }
        return known;
    }

    private long version(String userId, long sequence) {
        var query = reading.of(VERSION)
                .setString("user_id", userId)
                .setLong("chunk", Chunks.of(sequence))
                .setLong("sequence", sequence);
        return reading.row(query).map(row -> row.getLong("version")).orElse(0L);
    }

    private BookedEntry entry(Row row) {
        return json.value(text(row, "detail"), BookedEntry.class);
    }

    static String text(Row row, String column) {
        return requireNonNull(row.getString(column), column);
    }
}
