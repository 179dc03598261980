package com.rebatesuite.inventory.deadletter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Some letters, newest first.
 *
 * @param before where the page behind it ends, for each partition
 * @param more whether there is one
 */
public record LetterPage(List<DeadLetter> letters, Map<Integer, Long> before, boolean more) {

    public LetterPage {
        letters = List.copyOf(letters);
        before = Map.copyOf(before);
    }

    /**
     * The end of one partition.
     *
     * @param first the first offset that is kept
     * @param from the first offset that was read
     * @param to the offset behind the last one
     * @param letters what was read, by offset
     */
    public record End(int partition, long first, long from, long to, List<DeadLetter> letters) {

        public End {
            letters = List.copyOf(letters);
        }

        private End withoutLast() {
            return new End(
                    partition, first, from, letters.getLast().id().offset(), letters.subList(0, letters.size() - 1));
        }

        /** What was read in vain is not read again. */
        private long before() {
            return letters.isEmpty() ? from : to;
        }
    }

    /** The newest letters of all these partitions. Within a partition the later one comes first, whatever the clocks say. */
    public static LetterPage merged(List<End> ends, int limit) {
        var rest = new TreeMap<Integer, End>();
        ends.forEach(end -> rest.put(end.partition(), end));
        var letters = new ArrayList<DeadLetter>();
        for (var newest = newest(rest); newest.isPresent() && letters.size() < limit; newest = newest(rest)) {
            letters.add(newest.get().letters().getLast());
            rest.put(newest.get().partition(), newest.get().withoutLast());
        }
        var before = new TreeMap<Integer, Long>();
        rest.forEach((partition, end) -> before.put(partition, end.before()));
        return new LetterPage(letters, before, rest.values().stream().anyMatch(end -> end.before() > end.first()));
    }

    private static Optional<End> newest(Map<Integer, End> rest) {
        return rest.values().stream()
                .filter(end -> !end.letters().isEmpty())
                .max(Comparator.comparing((End end) -> end.letters().getLast().at())
                        .thenComparingInt(End::partition));
    }
}
