package com.rebatesuite.rebate.simulation;

import com.rebatesuite.rebate.store.StoreUnavailable;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Simulations in memory, shared by as many replicas as a test wants, and away when it wants that. */
public final class InMemorySimulations implements Simulations {

    private final Map<String, Simulation> rows = new ConcurrentHashMap<>();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private volatile boolean away;

    public void away(boolean now) {
        away = now;
    }

    @Override
    public void save(Simulation simulation) {
        answer();
        rows.merge(simulation.id(), simulation, (old, next) -> next.revision() >= old.revision() ? next : old);
    }

    @Override
    public Optional<Simulation> find(String id) {
        answer();
        return Optional.ofNullable(rows.get(id));
    }

    @Override
    public void askToStop(String id, String by, Instant at) {
        answer();
        asked.add(id);
    }

    @Override
    public boolean stopAsked(String id) {
        answer();
        return asked.contains(id);
    }

    private void answer() {
        if (away) {
            throw new StoreUnavailable("away");
        }
    }
}
