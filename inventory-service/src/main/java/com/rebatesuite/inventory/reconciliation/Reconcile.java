package com.rebatesuite.inventory.reconciliation;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares levels with the journal, and holds with orders. It changes nothing. */
@Component
class Reconcile {

    /** The journal names at most so many broken levels at once. */
    private static final int MOST_LEVELS = 1000;

    private final CompareLevels levels;
    private final CompareOrders orders;
    private final ReconciliationMeters meters;

    Reconcile(CompareLevels levels, CompareOrders orders, ReconciliationMeters meters) {
        this.levels = levels;
        this.orders = orders;
        this.meters = meters;
    }

    /** Compares what has to do with one product, or everything when null. */
    Report reconcile(@Nullable String sku) {
        return meters.measured(() -> {
            var ofLevels = levels.compare(sku);
            var ofOrders = orders.compare(sku);
            var breaks = new ArrayList<Break>(ofLevels.breaks());
            breaks.addAll(ofOrders.breaks());
            var more = ofLevels.breaks().size() < MOST_LEVELS ? null : "too many broken levels for one report";
            return new Report(
                    ofLevels.levels(), ofOrders.orders(), ofOrders.side(), remark(more, ofOrders.remark()), breaks);
        });
    }

    private static @Nullable String remark(@Nullable String one, @Nullable String other) {
        return Stream.of(one, other)
                .filter(Objects::nonNull)
                .collect(collectingAndThen(joining("; "), all -> all.isEmpty() ? null : all));
    }
}
