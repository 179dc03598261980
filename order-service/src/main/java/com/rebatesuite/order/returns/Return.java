package com.rebatesuite.order.returns;

import static com.rebatesuite.order.returns.ReturnState.RECEIVED;
import static com.rebatesuite.order.returns.ReturnState.REFUSED;
import static com.rebatesuite.order.returns.ReturnState.REQUESTED;

import com.rebatesuite.order.Money;
import com.rebatesuite.order.ordering.Order;
import com.rebatesuite.order.ordering.OrderLine;
import com.rebatesuite.order.returns.ReturnDecision.AlreadySo;
import com.rebatesuite.order.returns.ReturnDecision.Happened;
import com.rebatesuite.order.returns.ReturnDecision.NotAllowed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Units of an order on their way back. Its methods decide and change nothing. */
public record Return(
        UUID id,
        UUID orderId,
        ReturnSource source,
        ReturnState state,
        String reason,
        @Nullable String refusal,
        Instant occurredAt,
        List<ReturnLine> lines) {

    public Return {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("lines: none (expected: at least one)");
        }
        lines = List.copyOf(lines);
    }

    /** What all its units give back. */
    public Money refund() {
        return lines.stream().map(ReturnLine::refund).reduce(Money::plus).orElseThrow();
    }

    /** The units have arrived, in these conditions by line; a line that is not named is good. */
    public ReturnDecision receive(Order order, Map<Integer, Condition> conditions, Instant at) {
        if (state != REQUESTED) {
            return repeatOrConflict(RECEIVED);
        }
        var checked = lines.stream()
                .map(line -> line.in(conditions.getOrDefault(line.line(), Condition.GOOD)))
                .toList();
        var received = new Return(id, orderId, source, RECEIVED, reason, null, occurredAt, checked);
        return new Happened(new ReturnEvent.Received(order.returnsChanged(order.lines(), -1), received, at));
    }

    /** The units are not taken back: they may be asked for again. */
    public ReturnDecision refuse(Order order, String why, Instant at) {
        if (state != REQUESTED) {
            return repeatOrConflict(REFUSED);
        }
        var refused = new Return(id, orderId, source, REFUSED, reason, why, occurredAt, lines);
        var after = order.returnsChanged(change(order, OrderLine::keep), -1);
        return new Happened(new ReturnEvent.Refused(after, refused, at));
    }

    /** The order with this return on its way. */
    Order openOn(Order order) {
        return order.returnsChanged(change(order, OrderLine::sendBack), 1);
    }

    private ReturnDecision repeatOrConflict(ReturnState wanted) {
        return state == wanted
                ? new AlreadySo(this)
                : new NotAllowed(
                        "illegal-move",
                        "return is " + state + " and cannot become " + wanted + " (allowed: [])",
                        false);
    }

    private List<OrderLine> change(Order order, LineChange change) {
        return order.lines().stream()
                .map(line -> lines.stream()
                        .filter(back -> back.line() == line.line())
                        .findFirst()
                        .map(back -> change.apply(line, back.quantity(), back.refund()))
                        .orElse(line))
                .toList();
    }

    /** Units of a line leave or come back with their refund. */
    private interface LineChange {
        OrderLine apply(OrderLine line, int units, Money refund);
    }
}
