package com.rebatesuite.inventory.alert;

import com.rebatesuite.inventory.level.LevelKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;

/** Where alerts are kept, with the crossings they are made of. */
public interface Alerts {

    /**
     * Keeps everybody else from these levels until the transaction ends.
     *
     * @param from for each level the earliest crossing that is new: what is known is told from the episode before it on
     */
    Map<LevelKey, AlertHistory> lock(SortedMap<LevelKey, Long> from);

    /** Writes crossings and alerts that are new or have changed; in the transaction that has locked their levels. */
    void write(Collection<Crossed> crossings, Collection<Alert> alerts);

    /** The alert, if there is one. */
    Optional<Alert> find(UUID id);

    /** The same, kept from everybody else until the transaction ends. */
    Optional<Alert> lock(UUID id);

    /** The crossings the alert is made of, in the order in which they happened. */
    List<Crossed> crossings(Alert alert);

    /** Alerts that fit the query, the newest first. */
    List<Alert> page(AlertQuery query);

    /** Takes open alerts of which nothing was said since then, so that no other replica reminds of them as well. */
    List<Alert> takeForReminder(Instant quietSince, int reminders, Instant now, int limit);

    /** Forgets alerts that were cleared before that, with what they are made of, and says how many. */
    int forget(Instant clearedBefore, int limit);
}
