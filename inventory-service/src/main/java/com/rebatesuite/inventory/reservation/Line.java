package com.rebatesuite.inventory.reservation;

import com.rebatesuite.inventory.level.LevelKey;
import java.util.List;
import java.util.TreeMap;

/** So many units of one product from one place. */
public record Line(LevelKey key, long quantity) {

    public Line {
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity of " + key + ": " + quantity + " (expected: 1 or more)");
        }
    }

    /** The same in lock order with equal products as one line: nobody checks the parts of a sum (INV-10). */
    public static List<Line> summed(List<Line> lines) {
        var sums = new TreeMap<LevelKey, Long>();
        lines.forEach(line -> sums.merge(line.key(), line.quantity(), Math::addExact));
        return sums.entrySet().stream()
                .map(sum -> new Line(sum.getKey(), sum.getValue()))
                .toList();
    }
}
