package com.rebatesuite.inventory.commit;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.location.Place;
import com.rebatesuite.inventory.reservation.Demand;
import com.rebatesuite.inventory.reservation.Line;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * From which places the goods of an order come. As few parcels as possible: the smallest set of places that together
 * has everything; of several such sets the one whose places have the higher priority. Within it a product comes from the
 * place of the highest priority that has it. Places that a demand names are in the set in any case.
 *
 * <p>The search is exact for up to {@value #EXACT_UP_TO} places to choose from. Beyond that it is greedy: always the place
 * that has most of what is still missing.
 */
final class Allocation {

    static final int EXACT_UP_TO = 10;

    private final Map<LevelKey, Long> free = new HashMap<>();
    private final Map<String, Long> wanted = new TreeMap<>();
    private final Map<LevelKey, Long> taken = new TreeMap<>();
    private final Set<Place> named = new TreeSet<>();
    private final List<Place> candidates;

    private Allocation(List<Demand> demands, Function<String, List<Shelf>> shelves) {
        var places = new TreeMap<String, Place>();
        for (var demand : demands) {
            shelves.apply(demand.sku()).forEach(shelf -> {
                places.put(shelf.place().name(), shelf.place());
                free.put(new LevelKey(demand.sku(), shelf.place().name()), shelf.free());
            });
        }
        for (var demand : demands) {
            if (demand.location() == null) {
                wanted.merge(demand.sku(), demand.quantity(), Math::addExact);
            } else {
                take(new LevelKey(demand.sku(), demand.location()), demand.quantity());
                named.add(places.getOrDefault(demand.location(), Place.unlisted(demand.location())));
            }
        }
        candidates = places.values().stream()
                .filter(place ->
                        !named.contains(place) && wanted.keySet().stream().anyMatch(sku -> has(place, sku) > 0))
                .sorted()
                .toList();
    }

    /**
     * Allocates all of it.
     *
     * @param shelves where a product is, without the places from which nothing is sold
     * @throws IllegalArgumentException if that is more than there is
     */
    static List<Line> of(List<Demand> demands, Function<String, List<Shelf>> shelves) {
        return new Allocation(demands, shelves).lines();
    }

    private List<Line> lines() {
        var chosen = new TreeSet<>(named);
        chosen.addAll(candidates.size() <= EXACT_UP_TO ? fewest() : greedily());
        wanted.forEach((sku, quantity) -> takeFrom(chosen, sku, quantity));
        return taken.entrySet().stream()
                .map(line -> new Line(line.getKey(), line.getValue()))
                .toList();
    }

    private void takeFrom(Set<Place> chosen, String sku, long quantity) {
        var left = quantity;
        for (var place : chosen) {
            var part = Math.min(left, has(place, sku));
            if (part > 0) {
                take(new LevelKey(sku, place.name()), part);
                left -= part;
            }
        }
    }

    private void take(LevelKey key, long quantity) {
        var left = free.getOrDefault(key, 0L) - quantity;
        if (left < 0) {
            throw new IllegalArgumentException("allocated at " + key + ": " + quantity + " (expected: what is free)");
        }
        free.put(key, left);
        taken.merge(key, quantity, Math::addExact);
    }

    private Deque<Place> fewest() {
        var chosen = new ArrayDeque<Place>();
        for (int size = 0; size <= candidates.size(); size++) {
            if (choose(0, size, chosen)) {
                return chosen;
            }
        }
        throw new IllegalArgumentException("allocated: " + wanted + " (expected: no more than there is: " + free + ")");
    }

    /** Whether so many more of the candidates from here on complete the choice: the first that do, by priority. */
    private boolean choose(int from, int more, Deque<Place> chosen) {
        if (more == 0) {
            return missing(chosen).isEmpty();
        }
        for (int index = from; index <= candidates.size() - more; index++) {
            chosen.addLast(candidates.get(index));
            if (choose(index + 1, more - 1, chosen)) {
                return true;
            }
            chosen.removeLast();
        }
        return false;
    }

    private List<Place> greedily() {
        var chosen = new ArrayList<Place>();
        var left = new ArrayList<>(candidates);
        for (var missing = missing(chosen); !missing.isEmpty(); missing = missing(chosen)) {
            var still = missing;
            // The first of equals, which is the one with the higher priority.
            var best = left.stream()
                    .max(Comparator.<Place>comparingLong(place -> supplies(place, still))
                            .thenComparing(Comparator.reverseOrder()))
                    .orElseThrow(() -> new IllegalArgumentException(
                            "allocated: " + still + " (expected: no more than there is: " + free + ")"));
            chosen.add(best);
            left.remove(best);
        }
        return chosen;
    }

    private long supplies(Place place, Map<String, Long> missing) {
        return missing.entrySet().stream()
                .mapToLong(want -> Math.min(want.getValue(), has(place, want.getKey())))
                .sum();
    }

    /** What the named places and these together do not have. */
    private Map<String, Long> missing(Iterable<Place> chosen) {
        var missing = new LinkedHashMap<String, Long>();
        wanted.forEach((sku, quantity) -> {
            var left = quantity;
            for (var place : named) {
                left -= has(place, sku);
            }
            for (var place : chosen) {
                left -= has(place, sku);
            }
            if (left > 0) {
                missing.put(sku, left);
            }
        });
        return missing;
    }

    private long has(Place place, String sku) {
        return free.getOrDefault(new LevelKey(sku, place.name()), 0L);
    }
}
