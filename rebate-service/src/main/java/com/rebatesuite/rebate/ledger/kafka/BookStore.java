package com.rebatesuite.rebate.ledger.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rebatesuite.rebate.ledger.Rows;
import com.rebatesuite.rebate.ledger.State;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * All that is remembered about the shoppers of this partition, and on which days something of theirs expires. What was used
 * last is also kept as objects: only this task writes here, so they are what the store holds.
 */
final class BookStore {

    private final KeyValueStore<String, State> books;
    private final KeyValueStore<String, String> due;
    private final RecentRows recent;

    BookStore(KeyValueStore<String, State> books, KeyValueStore<String, String> due, int mostRecent) {
        this.books = books;
        this.due = due;
        this.recent = new RecentRows(mostRecent);
    }

    Rows of(String user) {
        return key -> recent.get(key(user, key), books::get);
    }

    void put(String user, State state) {
        var key = key(user, state.key());
        books.put(key, state);
        recent.put(key, state);
    }

    /** Something of that shopper expires at that time. */
    void expires(String user, Instant at) {
        due.put(LocalDate.ofInstant(at, ZoneOffset.UTC) + "/" + user, user);
    }

    /** Days that have begun, with a shopper of whom something expires then; the first {@code most} of them. */
    List<KeyValue<String, String>> due(Instant now, int most) {
        var dueNow = new ArrayList<KeyValue<String, String>>();
        // The slash is followed by a user: the zero after it is greater than any of them.
        try (var days = due.range(null, LocalDate.ofInstant(now, ZoneOffset.UTC) + "0")) {
            while (days.hasNext() && dueNow.size() < most) {
                dueNow.add(days.next());
            }
        }
        return dueNow;
    }

    /** That day is dealt with for that shopper. */
    void done(String dayAndUser) {
        due.delete(dayAndUser);
    }

    /** The length divides user and key, whatever they are made of. */
    private static String key(String user, String key) {
        return user.getBytes(UTF_8).length + "/" + user + "/" + key;
    }
}
