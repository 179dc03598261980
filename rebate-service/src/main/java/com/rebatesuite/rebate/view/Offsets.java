package com.rebatesuite.rebate.view;

import java.util.Map;

/** How far something is in each partition of the log. */
public record Offsets(Map<Integer, Long> byPartition) {

    public Offsets {
        byPartition = Map.copyOf(byPartition);
    }

    /** Whether nothing of these is missing here. */
    public boolean reach(Offsets others) {
        return others.byPartition.entrySet().stream().allMatch(end -> of(end.getKey()) >= end.getValue());
    }

    /** How much there is in all. */
    public long sum() {
        return byPartition.values().stream().mapToLong(Long::longValue).sum();
    }

    private long of(int partition) {
        return byPartition.getOrDefault(partition, 0L);
    }
}
