package com.rebatesuite.inventory.alert;

import com.rebatesuite.inventory.level.LevelKey;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Alerts that are gone with the test; reminders and forgetting are left to the real ones. */
public final class InMemoryAlerts implements Alerts {

    private final TreeSet<Crossed> crossings = new TreeSet<>();
    private final Map<UUID, Alert> alerts = new TreeMap<>();

    @Override
    public Map<LevelKey, AlertHistory> lock(SortedMap<LevelKey, Long> from) {
        var histories = new HashMap<LevelKey, AlertHistory>();
        from.keySet()
                .forEach(level -> histories.put(
                        level,
                        new AlertHistory(
                                crossings.stream()
                                        .filter(crossed -> crossed.level().equals(level))
                                        .collect(Collectors.toCollection(TreeSet::new)),
                                alerts.values().stream()
                                        .filter(alert -> alert.level().equals(level))
                                        .toList())));
        return histories;
    }

    @Override
    public void write(Collection<Crossed> news, Collection<Alert> changed) {
        crossings.addAll(news);
        changed.forEach(alert -> alerts.put(alert.id(), alert));
    }

    @Override
    public Optional<Alert> find(UUID id) {
        return Optional.ofNullable(alerts.get(id));
    }

    @Override
    public Optional<Alert> lock(UUID id) {
        return find(id);
    }

    @Override
    public List<Crossed> crossings(Alert alert) {
        return crossings.stream()
                .filter(crossed -> crossed.level().equals(alert.level())
                        && crossed.sequence() >= alert.firstSequence()
                        && crossed.sequence() <= alert.sequence())
                .toList();
    }

    @Override
    public List<Alert> page(AlertQuery query) {
        return alerts.values().stream()
                .filter(alert -> query.state() == null || alert.state() == query.state())
                .filter(alert -> query.kind() == null || alert.kind() == query.kind())
                .filter(alert -> query.sku() == null || alert.level().sku().equals(query.sku()))
                .filter(alert -> query.after() == null || alert.id().compareTo(query.after()) < 0)
                .sorted(Comparator.comparing(Alert::id).reversed())
                .limit(query.limit())
                .toList();
    }

    @Override
    public List<Alert> takeForReminder(Instant quietSince, int reminders, Instant now, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int forget(Instant clearedBefore, int limit) {
        throw new UnsupportedOperationException();
    }
}
