package com.rebatesuite.rebate.audit;

import com.rebatesuite.rebate.view.DayMovement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a day (UTC) moved, currency by currency, in double entry.
 *
 * @param balanced whether the legs of each currency add up to zero
 */
public record DayTotals(LocalDate day, boolean balanced, List<Currency> currencies) {

    public DayTotals {
        currencies = List.copyOf(currencies);
    }

    /**
     * One currency of the day, in minor units.
     *
     * @param legs net change by bucket: what came in less what went out
     * @param sum of all legs: zero
     */
    public record Currency(
            String currency, long entries, Map<String, Long> legs, long sum, List<DayMovement> movements) {

        public Currency {
            movements = List.copyOf(movements);
        }
    }

    /** The totals of all that moved on the day. */
    public static DayTotals of(LocalDate day, List<DayMovement> movements) {
        var byCurrency = new TreeMap<String, List<DayMovement>>();
        movements.forEach(movement -> byCurrency
                .computeIfAbsent(movement.currency(), unused -> new ArrayList<>())
                .add(movement));
        var currencies = byCurrency.entrySet().stream()
                .map(entry -> currency(entry.getKey(), entry.getValue()))
                .toList();
        return new DayTotals(day, currencies.stream().allMatch(currency -> currency.sum() == 0), currencies);
    }

    private static Currency currency(String currency, List<DayMovement> movements) {
        var legs = new TreeMap<String, Long>();
        for (var movement : movements) {
            legs.merge(movement.from(), -movement.minor(), Math::addExact);
            legs.merge(movement.to(), movement.minor(), Math::addExact);
        }
        return new Currency(
                currency,
                movements.stream().mapToLong(DayMovement::entries).sum(),
                legs,
                legs.values().stream().mapToLong(Long::longValue).sum(),
                movements);
    }
}
