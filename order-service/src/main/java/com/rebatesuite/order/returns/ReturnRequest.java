package com.rebatesuite.order.returns;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import com.rebatesuite.order.ordering.Order;
import com.rebatesuite.order.ordering.OrderLine;
import com.rebatesuite.order.ordering.OrderState;
import com.rebatesuite.order.returns.ReturnDecision.Happened;
import com.rebatesuite.order.returns.ReturnDecision.NotAllowed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Somebody wants to send units back: the decisions before there is a return. */
public record ReturnRequest(UUID id, ReturnSource source, String reason, List<UnitsBack> units) {

    public ReturnRequest {
        if (units.isEmpty()) {
            throw new IllegalArgumentException("units: none (expected: at least one)");
        }
        units = List.copyOf(units);
    }

    /** Shoppers may ask from shipping until the return window ends. */
    public ReturnDecision decideForShopper(Order order, Instant at) {
        var until = order.progress().deadline();
        var closed = order.state() == OrderState.COMPLETED || (until != null && until.isBefore(at));
        if (order.state().shipped() && closed) {
            return new NotAllowed("return-window-closed", "the return window of the order has ended", false);
        }
        return decide(order, at);
    }

    /** Goods that have been shipped can be sent back, up to the units sold that are not back yet. */
    public ReturnDecision decide(Order order, Instant at) {
        if (!order.state().shipped()) {
            return new NotAllowed(
                    "order-not-shipped",
                    "order is " + order.state() + " (expected: SHIPPED, DELIVERED or COMPLETED)",
                    order.state().mayYetShip());
        }
        var lines = new ArrayList<ReturnLine>();
        for (var wanted : unitsByLine().entrySet()) {
            var line = order.line(wanted.getKey());
            if (line.isEmpty()) {
                return new NotAllowed("unknown-line", "the order has no line " + wanted.getKey(), false);
            }
            if (wanted.getValue() > line.get().returnable()) {
                return tooMany(line.get(), wanted.getValue());
            }
            lines.add(returnLine(line.get(), wanted.getValue().intValue()));
        }
        var requested = new Return(id, order.id(), source, ReturnState.REQUESTED, reason, null, at, lines);
        return new Happened(new ReturnEvent.Requested(requested.openOn(order), requested, at));
    }

    private SequencedMap<Integer, Long> unitsByLine() {
        return units.stream().collect(groupingBy(UnitsBack::line, TreeMap::new, summingLong(UnitsBack::quantity)));
    }

    private static NotAllowed tooMany(OrderLine line, long wanted) {
        var detail = "line " + line.line() + ": " + wanted + " units (expected: at most " + line.returnable() + " of "
                + line.quantity() + ")";
        return new NotAllowed("too-many-units", detail, false);
    }

    private static ReturnLine returnLine(OrderLine line, int units) {
        return new ReturnLine(line.line(), line.sku(), units, line.refundFor(units), null);
    }
}
