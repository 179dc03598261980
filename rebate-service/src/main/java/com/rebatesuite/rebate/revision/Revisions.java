package com.rebatesuite.rebate.revision;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What this replica has taken in so far. Of two changes to the same revision the first that arrives counts, everywhere. */
public final class Revisions<T extends Revised> {

    private final Map<String, Applied<T>> things = new ConcurrentHashMap<>();

    /** All of them, by key. */
    public List<T> all() {
        return things.values().stream()
                .map(Applied::thing)
                .sorted(Comparator.comparing(Revised::key))
                .toList();
    }

    public Optional<T> find(String key) {
        return Optional.ofNullable(things.get(key)).map(Applied::thing);
    }

    /** Whether the change that this event brought is news. */
    public synchronized boolean apply(String eventId, T thing) {
        var known = things.get(thing.key());
        if (known != null && thing.revision() <= known.thing().revision()) {
            return false;
        }
        things.put(thing.key(), new Applied<>(eventId, thing));
        return true;
    }

    /** Which event brought the thing to where it is. */
    Optional<String> lastChange(String key) {
        return Optional.ofNullable(things.get(key)).map(Applied::eventId);
    }

    private record Applied<T>(String eventId, T thing) {}
}
