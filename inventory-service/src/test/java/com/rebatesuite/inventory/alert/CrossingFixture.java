package com.rebatesuite.inventory.alert;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.Supply;
import com.rebatesuite.inventory.level.Thresholds;
import com.rebatesuite.platform.telemetry.Trace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Crossings as a level goes through them. */
public final class CrossingFixture {

    public static final LevelKey TEA = LevelKey.main("TEA-100");
    public static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    private static final Thresholds THRESHOLDS = new Thresholds(5, 10, 2);

    private CrossingFixture() {}

    /** The supply of tea has become this one, so many seconds after now as its sequence says. */
    public static Crossed crossed(long sequence, Supply before, Supply supply) {
        return crossed(TEA, sequence, before, supply);
    }

    /** The same of any level. */
    public static Crossed crossed(LevelKey level, long sequence, Supply before, Supply supply) {
        long available = switch (supply) {
            case OK -> 40;
            case LOW -> 8;
            case OUT -> 0;
        };
        return new Crossed(level, sequence, before, supply, available, THRESHOLDS, NOW.plusSeconds(sequence));
    }

    /** What may happen to a level: a walk through its supplies, in order. */
    public static List<Crossed> walk(LevelKey level, int steps, SplittableRandom random) {
        var walk = new ArrayList<Crossed>();
        var supply = Supply.OK;
        long sequence = 0;
        for (int step = 0; step < steps; step++) {
            sequence += random.nextInt(1, 4);
            var others = new ArrayList<>(List.of(Supply.values()));
            others.remove(supply);
            var next = others.get(random.nextInt(2));
            walk.add(crossed(level, sequence, supply, next));
            supply = next;
        }
        return walk;
    }

    /** Heard in no trace. */
    public static SortedMap<Crossed, Trace> heard(Collection<Crossed> crossings) {
        var heard = new TreeMap<Crossed, Trace>();
        crossings.forEach(crossed -> heard.put(crossed, Trace.NONE));
        return heard;
    }
}
