package com.rebatesuite.inventory.alert;

import com.rebatesuite.inventory.alert.AlertChange.Occasion;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.platform.event.EventIds;
import com.rebatesuite.platform.telemetry.Trace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes alerts of crossings. What was heard before changes nothing, and what is heard late ends where it would have ended
 * in time: the alerts of a level are a function of its crossings.
 */
@Component
public class RaiseAlerts {

    private final Alerts alerts;
    private final Categories categories;
    private final ProjectStockOut project;
    private final List<AlertAnnouncements> announcements;
    private final EventIds ids;

    RaiseAlerts(
            Alerts alerts,
            Categories categories,
            ProjectStockOut project,
            List<AlertAnnouncements> announcements,
            EventIds ids) {
        this.alerts = alerts;
        this.categories = categories;
        this.project = project;
        this.announcements = List.copyOf(announcements);
        this.ids = ids;
    }

    /** Takes these crossings, each with the trace it was heard in: all of them or none. */
    @Transactional
    public void raise(SortedMap<Crossed, Trace> heard) {
        var histories = new TreeMap<>(alerts.lock(earliest(heard)));
        var news = new ArrayList<Crossed>();
        var changed = new LinkedHashMap<UUID, Alert>();
        var changes = new ArrayList<AlertChange>();
        heard.forEach((crossed, trace) -> {
            var before = histories.getOrDefault(crossed.level(), AlertHistory.NONE);
            if (!before.crossings().contains(crossed)) {
                var after = before.with(crossed, this::raised);
                histories.put(crossed.level(), after);
                news.add(crossed);
                after.alerts().stream()
                        .filter(alert -> !before.alerts().contains(alert))
                        .forEach(alert -> changed.put(alert.id(), alert));
                changes.addAll(changes(before, after, crossed, trace));
            }
        });
        if (!news.isEmpty()) {
            alerts.write(news, changed.values());
            announcements.forEach(to -> to.announce(changes));
        }
    }

    private Alert raised(Episode episode) {
        var first = episode.first();
        var projected = project.at(first.level(), first.available(), first.at());
        return Alert.raised(ids.next(), episode, categories.of(first.level().sku()), projected.outAt());
    }

    private static List<AlertChange> changes(AlertHistory before, AlertHistory after, Crossed crossed, Trace trace) {
        return after.alerts().stream()
                .flatMap(alert -> occasions(before, alert).stream()
                        .map(occasion -> new AlertChange(alert, occasion, crossed.at(), trace)))
                .toList();
    }

    private static List<Occasion> occasions(AlertHistory before, Alert alert) {
        var known = before.alert(alert.id());
        var cleared = alert.state() == AlertState.CLEARED;
        if (known == null) {
            return cleared ? List.of(Occasion.RAISED, Occasion.CLEARED) : List.of(Occasion.RAISED);
        }
        if (cleared) {
            return known.state() == AlertState.CLEARED ? List.of() : List.of(Occasion.CLEARED);
        }
        return known.kind() == alert.kind() ? List.of() : List.of(Occasion.CHANGED);
    }

    private static SortedMap<LevelKey, Long> earliest(SortedMap<Crossed, Trace> heard) {
        var earliest = new TreeMap<LevelKey, Long>();
        heard.keySet().forEach(crossed -> earliest.merge(crossed.level(), crossed.sequence(), Math::min));
        return earliest;
    }
}
