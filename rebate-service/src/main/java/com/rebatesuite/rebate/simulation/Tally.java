package com.rebatesuite.rebate.simulation;

import com.rebatesuite.rebate.simulation.Outcome.Budget;
import com.rebatesuite.rebate.simulation.Outcome.Change;
import com.rebatesuite.rebate.simulation.Outcome.Crowd;
import com.rebatesuite.rebate.simulation.Outcome.Day;
import com.rebatesuite.rebate.simulation.Outcome.LeftOut;
import com.rebatesuite.rebate.simulation.Outcome.Total;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Adds tried orders up: by day, by shopper, in all. */
final class Tally {

    private static final int FIRST = 20;

    private final Collection<TriedOrder> orders;

    Tally(Collection<TriedOrder> orders) {
        this.orders = orders;
    }

    Outcome outcome(@Nullable Budget budget, List<LeftOut> leftOut) {
        var changes = changes();
        return new Outcome(
                totals(),
                days(),
                crowd(changes, Comparator.comparingLong(Change::difference).reversed(), 1),
                crowd(changes, Comparator.comparingLong(Change::difference), -1),
                budget,
                leftOut);
    }

    private List<Total> totals() {
        return sums(TriedOrder::currency).entrySet().stream()
                .map(sum ->
                        new Total(sum.getKey(), sum.getValue().orders, sum.getValue().simulated, sum.getValue().given))
                .toList();
    }

    private List<Day> days() {
        return sums(order -> order.day() + "/" + order.currency()).entrySet().stream()
                .map(sum -> day(sum.getKey(), sum.getValue()))
                .toList();
    }

    private static Day day(String key, Sum sum) {
        int slash = key.lastIndexOf('/');
        return new Day(
                LocalDate.parse(key.substring(0, slash)),
                key.substring(slash + 1),
                sum.orders,
                sum.simulated,
                sum.given);
    }

    private List<Change> changes() {
        return sums(order -> order.userId() + "/" + order.currency()).entrySet().stream()
                .map(sum -> change(sum.getKey(), sum.getValue()))
                .toList();
    }

    private static Change change(String key, Sum sum) {
        int slash = key.lastIndexOf('/');
        return new Change(key.substring(0, slash), key.substring(slash + 1), sum.simulated, sum.given);
    }

    private static Crowd crowd(List<Change> changes, Comparator<Change> order, int sign) {
        var those = changes.stream()
                .filter(change -> Long.signum(change.difference()) == sign)
                .sorted(order.thenComparing(Change::userId))
                .toList();
        return new Crowd(those.size(), those.subList(0, Math.min(FIRST, those.size())));
    }

    private Map<String, Sum> sums(Function<TriedOrder, String> key) {
        var sums = new TreeMap<String, Sum>();
        orders.forEach(order ->
                sums.computeIfAbsent(key.apply(order), first -> new Sum()).add(order));
        return sums;
    }

    private static final class Sum {

        private long orders;
        private long simulated;
        private long given;

        void add(TriedOrder order) {
            orders++;
            simulated = Math.addExact(simulated, order.simulated());
            given = Math.addExact(given, order.given());
        }
    }
}
