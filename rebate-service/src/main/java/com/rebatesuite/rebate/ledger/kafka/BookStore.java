package com.rebatesuite.rebate.ledger.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rebatesuite.rebate.ledger.Rows;
import com.rebatesuite.rebate.ledger.State;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * All that is remembered about the shoppers of this partition, and when something of theirs expires. What was used
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
        due.put(second(at.plusNanos(999_999_999)) + "/" + user, user);
    }

    /** Moments that have come, with a shopper of whom something expires then; the first {@code most} of them. */
    List<KeyValue<String, String>> due(Instant now, int most) {
        var dueNow = new ArrayList<KeyValue<String, String>>();
        // The slash is followed by a user: the zero after it is greater than any of them.
        try (var moments = due.range(null, second(now) + "0")) {
            while (moments.hasNext() && dueNow.size() < most) {
                dueNow.add(moments.next());
            }
        }
        return dueNow;
    }

    /** That moment is dealt with for that shopper. */
    void done(String momentAndUser) {
        due.delete(momentAndUser);
    }

    /** Without a fraction, so that all are of one length and lie in the order of time. */
    private static String second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** The length divides user and key, whatever they are made of. */
    private static String key(String user, String key) {
        return user.getBytes(UTF_8).length + "/" + user + "/" + key;
    }
}
