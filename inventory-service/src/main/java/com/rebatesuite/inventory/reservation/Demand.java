package com.rebatesuite.inventory.reservation;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * So many units of one product.
 *
 * @param location the place they have to come from; null when any will do
 */
public record Demand(String sku, @Nullable String location, long quantity) {

    private static final Comparator<Demand> ORDER = Comparator.comparing(Demand::sku)
            .thenComparing(Demand::location, Comparator.nullsFirst(Comparator.naturalOrder()));

    public Demand {
        if (sku.isBlank() || (location != null && location.isBlank())) {
            throw new IllegalArgumentException("demand: '" + sku + "' at '" + location + "' (expected: both named)");
        }
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity of " + sku + ": " + quantity + " (expected: 1 or more)");
        }
    }

    /** Units from wherever they are. */
    public static Demand of(String sku, long quantity) {
        return new Demand(sku, null, quantity);
    }

    /** As many units of the same. */
    public Demand of(long other) {
        return new Demand(sku, location, other);
    }

    /** The same in one order with equal products as one demand: nobody checks the parts of a sum (INV-10). */
    public static List<Demand> summed(List<Demand> demands) {
        var sums = new TreeMap<Demand, Long>(ORDER);
        demands.forEach(demand -> sums.merge(demand, demand.quantity(), Math::addExact));
        return sums.entrySet().stream()
                .map(sum -> sum.getKey().of(sum.getValue()))
                .toList();
    }
}
