package com.rebatesuite.deploy.retail.invoices;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a replay sends, and what it leaves out.
 *
 * @param digest SHA-256 of the file's text
 * @param orders by time
 * @param returns of these orders within the slice, by time
 * @param laterReturns of these orders, after the slice: another replay may have sent them
 * @param returnRows how the credit rows of the slice were matched
 * @param unusable rows that are not sent, by reason
 */
public record Plan(
        String digest,
        List<Order> orders,
        List<Return> returns,
        List<Return> laterReturns,
        ReturnRows returnRows,
        Map<Reason, Tally> unusable) {

    /** Copies the collections. */
    public Plan {
        orders = List.copyOf(orders);
        returns = List.copyOf(returns);
        laterReturns = List.copyOf(laterReturns);
        unusable = Collections.unmodifiableMap(new TreeMap<>(unusable));
    }

    /** Whether something of this time and position is within the slice. */
    interface Within {
        boolean test(Instant at, int position);
    }

    static Plan of(History history, List<Order> orders, Within within) {
        var numbers = orders.stream().map(Order::number).collect(toSet());
        var sent = new ArrayList<Return>();
        var later = new ArrayList<Return>();
        for (var returned : history.returns()) {
            if (numbers.contains(returned.order().number())) {
                (within.test(returned.at(), returned.position()) ? sent : later).add(returned);
            }
        }
        var sentNumbers = sent.stream().map(Return::number).collect(toSet());
        return new Plan(
                history.digest(),
                orders,
                sent,
                later,
                ReturnRows.of(
                        history.credited().stream()
                                .filter(row -> within.test(row.at(), row.position()))
                                .toList(),
                        sentNumbers),
                unusable(history, within));
    }

    private static Map<Reason, Tally> unusable(History history, Within within) {
        var tallies = new EnumMap<Reason, Tally>(Reason.class);
        for (var unusable : history.unusable()) {
            if (within.test(unusable.row().at(), unusable.position())) {
                tallies.merge(unusable.row().reason(), Tally.of(unusable.row()), Tally::plus);
            }
        }
        return tallies;
    }

    /** The rows left out for this reason. */
    public Tally unusable(Reason reason) {
        return unusable.getOrDefault(reason, Tally.NONE);
    }

    /** Orders and returns together, by time. */
    public List<Transaction> transactions() {
        var all = new ArrayList<Transaction>(orders);
        all.addAll(returns);
        all.sort(Comparator.comparingInt(Transaction::position));
        return all;
    }

    /** Units the slice sells of each stock code. */
    public Map<String, Long> unitsBySku() {
        var units = new TreeMap<String, Long>();
        for (var order : orders) {
            order.lines().forEach(line -> units.merge(line.sku(), (long) line.quantity(), Math::addExact));
        }
        return units;
    }
}
