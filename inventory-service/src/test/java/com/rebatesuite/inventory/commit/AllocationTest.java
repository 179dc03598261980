package com.rebatesuite.inventory.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.location.Place;
import com.rebatesuite.inventory.reservation.Demand;
import com.rebatesuite.inventory.reservation.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fewest parcels, then priority: compared with trying everything. */
class AllocationTest {

    private static final Place NORTH = new Place("north", 1, true);
    private static final Place SOUTH = new Place("south", 2, true);
    private static final Place WEST = new Place("west", 3, true);

    private final Map<String, List<Shelf>> shelves = new HashMap<>();

    @Test
    void oneParcelFromFarAwayIsBetterThanTwoFromNearby() {
        put("TEA", NORTH, 5);
        put("MUG", SOUTH, 5);
        put("TEA", WEST, 5);
        put("MUG", WEST, 5);

        assertThat(allocated(Demand.of("TEA", 1), Demand.of("MUG", 1))).containsExactly("MUG 1 west", "TEA 1 west");
    }

    @Test
    void ofEquallyManyParcelsThoseWithThePriorityAreChosen() {
        put("TEA", WEST, 5);
        put("TEA", SOUTH, 5);

        assertThat(allocated(Demand.of("TEA", 5))).containsExactly("TEA 5 south");
    }

    @Test
    void aLineIsSplitWhenNoPlaceHasAllOfIt() {
        put("TEA", NORTH, 2);
        put("TEA", SOUTH, 2);
        put("TEA", WEST, 3);

        assertThat(allocated(Demand.of("TEA", 5))).containsExactly("TEA 2 north", "TEA 3 west");
    }

    @Test
    void whatIsWantedFromACertainPlaceComesFromThereAndTheRestGoesIntoTheSameParcel() {
        put("TEA", NORTH, 5);
        put("MUG", NORTH, 5);
        put("TEA", WEST, 5);
        put("MUG", WEST, 5);

        assertThat(allocated(new Demand("TEA", "west", 2), Demand.of("TEA", 1), Demand.of("MUG", 1)))
                .containsExactly("MUG 1 west", "TEA 3 west");
    }

    @Test
    void refusesToAllocateWhatIsNotThere() {
        put("TEA", NORTH, 5);

        assertThatThrownBy(() -> allocated(Demand.of("TEA", 6))).hasMessageContaining("no more than there is");
        assertThatThrownBy(() -> allocated(new Demand("TEA", "west", 1))).hasMessageContaining("what is free");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void noSmallerAndNoBetterSetOfPlacesHasItAll(long seed) {
        var random = new SplittableRandom(seed);
        for (int round = 0; round < 200; round++) {
            var demands = anything(random, random.nextInt(1, Allocation.EXACT_UP_TO + 1));

            var lines = Allocation.of(demands, this::on);

            assertThat(sums(lines)).as("all of it: %s of %s", demands, shelves).isEqualTo(wanted(demands));
            assertThat(places(lines)).as("%s of %s", demands, shelves).isEqualTo(best(demands));
        }
    }

    /** With more places than can be tried the set may be larger than need be, but it is all there. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {7, 8, 9})
    void allocatesEverythingAlsoOverManyPlaces(long seed) {
        var random = new SplittableRandom(seed);
        for (int round = 0; round < 100; round++) {
            var demands = anything(random, random.nextInt(Allocation.EXACT_UP_TO + 1, 60));

            var lines = Allocation.of(demands, this::on);

            assertThat(sums(lines)).isEqualTo(wanted(demands));
            assertThat(lines).allSatisfy(line -> assertThat(line.quantity()).isLessThanOrEqualTo(has(line.key())));
        }
    }

    /** Goods at random places, and demands that can be met: some from a certain place. */
    private List<Demand> anything(SplittableRandom random, int places) {
        shelves.clear();
        var demands = new ArrayList<Demand>();
        for (var sku : List.of("TEA", "MUG", "POT").subList(0, random.nextInt(1, 4))) {
            for (int number = 0; number < places; number++) {
                if (random.nextInt(3) > 0) {
                    put(sku, new Place("place-" + number, number / 2, true), random.nextInt(1, 6));
                }
            }
            var there = on(sku).stream().mapToLong(Shelf::free).sum();
            if (there > 0) {
                demands.addAll(demands(sku, random.nextLong(1, there + 1), random));
            }
        }
        return demands.isEmpty() ? anything(random, places) : demands;
    }

    private List<Demand> demands(String sku, long quantity, SplittableRandom random) {
        var shelf = on(sku).getFirst();
        var named = Math.min(quantity, shelf.free());
        if (random.nextInt(4) > 0) {
            return List.of(Demand.of(sku, quantity));
        }
        var first = new Demand(sku, shelf.place().name(), named);
        return named == quantity ? List.of(first) : List.of(first, Demand.of(sku, quantity - named));
    }

    /** Tries every set of places. */
    private List<Place> best(List<Demand> demands) {
        var all = shelves.values().stream()
                .flatMap(List::stream)
                .map(Shelf::place)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
        return IntStream.range(1, 1 << all.size())
                .mapToObj(set -> IntStream.range(0, all.size())
                        .filter(index -> (set >> index & 1) == 1)
                        .mapToObj(all::get)
                        .toList())
                .filter(set -> hasAll(set, demands))
                .min(Comparator.<List<Place>>comparingInt(List::size).thenComparing(AllocationTest::byPriority))
                .orElseThrow();
    }

    private static int byPriority(List<Place> one, List<Place> other) {
        return IntStream.range(0, one.size())
                .map(index -> one.get(index).compareTo(other.get(index)))
                .filter(difference -> difference != 0)
                .findFirst()
                .orElse(0);
    }

    private boolean hasAll(List<Place> set, List<Demand> demands) {
        var names = set.stream().map(Place::name).toList();
        return demands.stream().allMatch(demand -> demand.location() == null || names.contains(demand.location()))
                && wanted(demands).entrySet().stream()
                        .allMatch(want -> names.stream()
                                        .mapToLong(name -> has(new LevelKey(want.getKey(), name)))
                                        .sum()
                                >= want.getValue());
    }

    private long has(LevelKey key) {
        return on(key.sku()).stream()
                .filter(shelf -> shelf.place().name().equals(key.location()))
                .mapToLong(Shelf::free)
                .sum();
    }

    private void put(String sku, Place place, long units) {
        shelves.computeIfAbsent(sku, any -> new ArrayList<>()).add(new Shelf(place, units));
    }

    private List<Shelf> on(String sku) {
        return shelves.getOrDefault(sku, List.of());
    }

    private List<String> allocated(Demand... demands) {
        return Allocation.of(List.of(demands), this::on).stream()
                .map(line -> line.key().sku() + " " + line.quantity() + " "
                        + line.key().location())
                .toList();
    }

    private List<Place> places(List<Line> lines) {
        var names = lines.stream().map(line -> line.key().location()).collect(Collectors.toSet());
        return shelves.values().stream()
                .flatMap(List::stream)
                .map(Shelf::place)
                .filter(place -> names.contains(place.name()))
                .distinct()
                .sorted()
                .toList();
    }

    private static Map<String, Long> sums(List<Line> lines) {
        return lines.stream()
                .collect(Collectors.groupingBy(line -> line.key().sku(), Collectors.summingLong(Line::quantity)));
    }

    private static Map<String, Long> wanted(List<Demand> demands) {
        return demands.stream().collect(Collectors.groupingBy(Demand::sku, Collectors.summingLong(Demand::quantity)));
    }
}
