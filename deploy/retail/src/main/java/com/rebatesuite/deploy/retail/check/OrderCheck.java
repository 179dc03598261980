package com.rebatesuite.deploy.retail.check;

import com.rebatesuite.deploy.retail.gateway.PartnerOrder;
import com.rebatesuite.deploy.retail.gateway.Stock.Moved;
import com.rebatesuite.deploy.retail.invoices.Order;
import com.rebatesuite.deploy.retail.invoices.OrderLine;
import com.rebatesuite.deploy.retail.invoices.Return;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One order with its returns: what the file lets us expect beside what the services say. Whatever else went through the
 * suite does not matter.
 */
final class OrderCheck {

    private static final Set<String> LEFT_THE_HOUSE = Set.of("SHIPPED", "DELIVERED", "COMPLETED");

    private final Order order;
    private final Evidence evidence;
    private final boolean mayBeRefused;
    private final List<Difference> differences = new ArrayList<>();

    private OrderCheck(Order order, Evidence evidence, boolean mayBeRefused) {
        this.order = order;
        this.evidence = evidence;
        this.mayBeRefused = mayBeRefused;
    }

    /** How one order compares. */
    record Checked(Counts expected, Counts found, List<Difference> differences) {}

    /**
     * Compares one order.
     *
     * @param returns its returns within the slice, all of which must be there
     * @param later its returns after the slice, which count only where another replay has sent them
     * @param mayBeRefused whether stock was short on purpose, so that a refusal is an answer and no difference
     */
    static Checked check(
            Order order, List<Return> returns, List<Return> later, Evidence evidence, boolean mayBeRefused) {
        return new OrderCheck(order, evidence, mayBeRefused).against(returns, later);
    }

    private Checked against(List<Return> returns, List<Return> later) {
        var found = evidence.order(order.number());
        if (found == null) {
            differ("state", "SHIPPED", "not there");
            return new Checked(expected(returns), Counts.NONE, differences);
        }
        if (found.refused() && mayBeRefused) {
            return refused(found);
        }
        if (!LEFT_THE_HOUSE.contains(found.state())) {
            differ("state", "SHIPPED", found.state());
        }
        var present = new ArrayList<>(returns);
        later.stream().filter(one -> found.has(one.number())).forEach(present::add);
        compareLines(found);
        compareReturns(found, present);
        compareRebates(found, units(present));
        compareStock(found, present);
        return new Checked(expected(present), counted(found), differences);
    }

    /** A refused order is there, and nothing else is: no rebate, no stock moved, nothing returned. */
    private Checked refused(PartnerOrder found) {
        compareLines(found);
        compareReturns(found, List.of());
        for (var line : order.lines()) {
            equal(
                    "line " + line.line() + " earned",
                    0L,
                    evidence.rebate(found.orderId(), line.line()).earnedMinor());
        }
        compareMoved("stock", "order/" + found.orderId(), Map.of());
        var expected = new Counts(1, order.lineCount(), soldUnits(), amount(), 1, 0, 0, 0, 0, 0, 0);
        return new Checked(expected, counted(found), differences);
    }

    private Counts expected(List<Return> returns) {
        var units = units(returns);
        var returned = units.values().stream().mapToLong(Integer::longValue).sum();
        return new Counts(
                1,
                order.lineCount(),
                soldUnits(),
                amount(),
                0,
                returns.size(),
                returned,
                order.lines().stream().mapToLong(OrderLine::rebateMinor).sum(),
                order.lines().stream()
                        .mapToLong(line -> line.reversedMinor(units.getOrDefault(line.line(), 0)))
                        .sum(),
                soldUnits(),
                returned);
    }

    private Counts counted(PartnerOrder found) {
        var rebates = evidence.rebates().getOrDefault(found.orderId(), Map.of()).values();
        return new Counts(
                1,
                found.lines().size(),
                found.lines().stream().mapToLong(PartnerOrder.Line::quantity).sum(),
                found.lines().stream().mapToLong(PartnerOrder.Line::amountMinor).sum(),
                found.refused() ? 1 : 0,
                found.returns().size(),
                found.returns().stream()
                        .flatMap(returned -> returned.units().values().stream())
                        .mapToLong(Integer::longValue)
                        .sum(),
                rebates.stream().mapToLong(rebate -> rebate.earnedMinor()).sum(),
                rebates.stream().mapToLong(rebate -> rebate.reversedMinor()).sum(),
                -onHand("order/" + found.orderId()),
                found.returns().stream()
                        .mapToLong(returned -> onHand("return/" + returned.returnId()))
                        .sum());
    }

    private void compareLines(PartnerOrder found) {
        equal("lines", order.lineCount(), found.lines().size());
        var lines = new HashMap<Integer, PartnerOrder.Line>();
        found.lines().forEach(line -> lines.put(line.line(), line));
        for (var line : order.lines()) {
            var expected = new PartnerOrder.Line(line.line(), line.sku(), line.quantity(), line.amountMinor());
            var there = lines.get(line.line());
            if (!expected.equals(there)) {
                differ("line " + line.line(), expected, there == null ? "not there" : there);
            }
        }
    }

    private void compareReturns(PartnerOrder found, List<Return> expected) {
        var there = new HashMap<String, Map<Integer, Integer>>();
        found.returns().forEach(returned -> there.put(returned.number(), returned.units()));
        for (var returned : expected) {
            var units = there.remove(returned.number());
            if (!returned.units().equals(units)) {
                differ("return " + returned.number(), returned.units(), units == null ? "not there" : units);
            }
        }
        there.forEach((number, units) -> differ("return " + number, "none", units));
    }

    private void compareRebates(PartnerOrder found, Map<Integer, Integer> returned) {
        for (var line : order.lines()) {
            var rebate = evidence.rebate(found.orderId(), line.line());
            equal("line " + line.line() + " earned", line.rebateMinor(), rebate.earnedMinor());
            equal(
                    "line " + line.line() + " reversed",
                    line.reversedMinor(returned.getOrDefault(line.line(), 0)),
                    rebate.reversedMinor());
        }
    }

    private void compareStock(PartnerOrder found, List<Return> returns) {
        var sold = new TreeMap<String, Long>();
        order.lines().forEach(line -> sold.merge(line.sku(), -(long) line.quantity(), Math::addExact));
        compareMoved("stock", "order/" + found.orderId(), sold);
        var ids = new HashMap<String, String>();
        found.returns().forEach(returned -> ids.put(returned.number(), returned.returnId()));
        for (var returned : returns) {
            var restocked = new TreeMap<String, Long>();
            returned.units()
                    .forEach((line, units) -> restocked.merge(order.line(line).sku(), (long) units, Math::addExact));
            var id = ids.get(returned.number());
            if (id != null) {
                compareMoved("return " + returned.number() + " stock", "return/" + id, restocked);
            }
        }
    }

    private void compareMoved(String what, String reference, Map<String, Long> onHand) {
        var moved = evidence.moved(reference);
        var skus = new HashSet<>(onHand.keySet());
        skus.addAll(moved.keySet());
        for (var sku : skus) {
            var expected = new Moved(onHand.getOrDefault(sku, 0L), 0);
            var found = moved.getOrDefault(sku, new Moved(0, 0));
            if (!expected.equals(found)) {
                differ(what + " of " + sku, expected, found);
            }
        }
    }

    private long onHand(String reference) {
        return evidence.moved(reference).values().stream()
                .mapToLong(Moved::onHand)
                .sum();
    }

    private long soldUnits() {
        return order.lines().stream().mapToLong(OrderLine::quantity).sum();
    }

    private long amount() {
        return order.lines().stream().mapToLong(OrderLine::amountMinor).sum();
    }

    private static Map<Integer, Integer> units(List<Return> returns) {
        var units = new TreeMap<Integer, Integer>();
        returns.forEach(returned -> returned.units().forEach((line, more) -> units.merge(line, more, Math::addExact)));
        return units;
    }

    private void equal(String what, long expected, long found) {
        if (expected != found) {
            differ(what, expected, found);
        }
    }

    private void differ(String what, Object expected, Object found) {
        differences.add(Difference.of("order " + order.number() + " " + what, expected, found));
    }
}
