package com.rebatesuite.inventory.alert;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known of one level, from the beginning of an episode on: its crossings, and the alerts made of them. */
public record AlertHistory(SortedSet<Crossed> crossings, List<Alert> alerts) {

    /** Nothing is known. */
    public static final AlertHistory NONE = new AlertHistory(Collections.emptySortedSet(), List.of());

    public AlertHistory {
        crossings = Collections.unmodifiableSortedSet(new TreeSet<>(crossings));
        alerts = List.copyOf(alerts);
    }

    /**
     * What is known once this crossing is, too: the alerts are made anew of all crossings, so it does not matter in which
     * order they become known. An alert belongs to the episode that covers the crossing which raised it.
     */
    AlertHistory with(Crossed crossed, NewAlerts raise) {
        var known = new TreeSet<>(crossings);
        known.add(crossed);
        return new AlertHistory(
                known,
                Episode.of(known).stream()
                        .map(episode -> alertOf(episode, raise))
                        .toList());
    }

    /** The alert as it is known here; null when it is not. */
    @Nullable Alert alert(UUID id) {
        return alerts.stream()
                .filter(alert -> alert.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private Alert alertOf(Episode episode, NewAlerts raise) {
        return alerts.stream()
                .filter(alert -> episode.covers(alert.firstSequence()))
                .findFirst()
                .map(alert -> alert.as(episode, raise))
                .orElseGet(() -> raise.of(episode));
    }

    /** How an alert comes to be for an episode that has none. */
    interface NewAlerts {

        Alert of(Episode episode);
    }
}
