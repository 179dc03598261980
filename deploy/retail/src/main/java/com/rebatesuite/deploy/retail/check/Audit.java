package com.rebatesuite.deploy.retail.check;

import static java.util.stream.Collectors.groupingBy;

import com.rebatesuite.deploy.retail.gateway.Stock.Moved;
import com.rebatesuite.deploy.retail.gateway.Stock.Verified;
import com.rebatesuite.deploy.retail.invoices.Order;
import com.rebatesuite.deploy.retail.invoices.Plan;
import com.rebatesuite.deploy.retail.invoices.Return;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Compares a plan with what the services say. Nothing here is shared with the services: the file alone is the measure. */
public final class Audit {

    private final Plan plan;
    private final OpeningStock opening;
    private final Map<String, List<Return>> returns;
    private final Map<String, List<Return>> later;

    /** An audit of what this plan, with this opening stock, should have led to. */
    public Audit(Plan plan, OpeningStock opening) {
        this.plan = plan;
        this.opening = opening;
        this.returns = byOrder(plan.returns());
        this.later = byOrder(plan.laterReturns());
    }

    private static Map<String, List<Return>> byOrder(List<Return> returns) {
        return returns.stream().collect(groupingBy(returned -> returned.order().number()));
    }

    /** Whether all about this order is as the file lets us expect. */
    public boolean settled(Order order, Evidence evidence) {
        return check(order, evidence).differences().isEmpty();
    }

    /**
     * The whole comparison.
     *
     * @param received what the journal says of the opening stock, per stock code
     */
    public Findings findings(Evidence evidence, Map<String, Moved> received, Verified verified) {
        var expected = Counts.NONE;
        var found = Counts.NONE;
        var differences = new ArrayList<Difference>();
        for (var order : plan.orders()) {
            var checked = check(order, evidence);
            expected = expected.plus(checked.expected());
            found = found.plus(checked.found());
            differences.addAll(checked.differences());
        }
        compareOpening(received, differences);
        verified.breaks().forEach(level -> differences.add(Difference.of("stock level", "its journal", level)));
        return new Findings(figures(expected, found, received, verified), differences);
    }

    private OrderCheck.Checked check(Order order, Evidence evidence) {
        return OrderCheck.check(
                order,
                returns.getOrDefault(order.number(), List.of()),
                later.getOrDefault(order.number(), List.of()),
                evidence,
                opening.mayBeShort());
    }

    private void compareOpening(Map<String, Moved> received, List<Difference> differences) {
        var skus = new TreeSet<>(opening.units().keySet());
        skus.addAll(received.keySet());
        for (var sku : skus) {
            var expected = new Moved(opening.units().getOrDefault(sku, 0L), 0);
            var found = received.getOrDefault(sku, new Moved(0, 0));
            if (!expected.equals(found)) {
                differences.add(Difference.of("opening stock of " + sku, expected, found));
            }
        }
    }

    private List<Figure> figures(Counts expected, Counts found, Map<String, Moved> received, Verified verified) {
        return List.of(
                new Figure("orders", expected.orders(), found.orders()),
                new Figure("order lines", expected.lines(), found.lines()),
                new Figure("units sold", expected.units(), found.units()),
                new Figure("sales, pence", expected.amountMinor(), found.amountMinor()),
                new Figure(
                        opening.mayBeShort() ? "orders refused (expected: as answered)" : "orders refused",
                        expected.refused(),
                        found.refused()),
                new Figure("returns", expected.returns(), found.returns()),
                new Figure("units returned", expected.unitsReturned(), found.unitsReturned()),
                new Figure("rebates estimated, pence", expected.earnedMinor(), found.earnedMinor()),
                new Figure("rebates reversed, pence", expected.reversedMinor(), found.reversedMinor()),
                new Figure(
                        "opening stock received, units",
                        opening.units().values().stream()
                                .mapToLong(Long::longValue)
                                .sum(),
                        received.values().stream().mapToLong(Moved::onHand).sum()),
                new Figure("stock shipped out, units", expected.shippedOut(), found.shippedOut()),
                new Figure("stock taken back, units", expected.restocked(), found.restocked()),
                new Figure("levels unlike their journal", 0, verified.breaks().size()));
    }
}
