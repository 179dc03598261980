package com.rebatesuite.rebate.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The rebate of one order as it stands, with what is needed to recognise a repeat.
 *
 * @param completed the return window has closed
 * @param settled the partner has paid us; remembered when it comes before completion or even before payment
 * @param returns ids of the returns that were booked
 * @param causes (source, id) of the events that had an effect
 */
public record OrderRebate(
        String orderId,
        Channel channel,
        String currency,
        OrderState state,
        boolean completed,
        boolean settled,
        List<LineRebate> lines,
        Set<String> returns,
        Set<String> causes) {

    /** ISO 4217: no currency is known yet. */
    private static final String NO_CURRENCY = "XXX";

    public OrderRebate {
        lines = List.copyOf(lines);
        returns = Collections.unmodifiableSet(new LinkedHashSet<>(returns));
        causes = Collections.unmodifiableSet(new LinkedHashSet<>(causes));
    }

    /** An order of which only the settlement is known. */
    static OrderRebate settledEarly(String orderId, Cause cause) {
        return new OrderRebate(
                orderId,
                Channel.PARTNER,
                NO_CURRENCY,
                OrderState.AWAITED,
                false,
                true,
                List.of(),
                Set.of(),
                Set.of(cause.key()));
    }

    boolean awaited() {
        return state == OrderState.AWAITED;
    }

    boolean knows(Cause cause) {
        return causes.contains(cause.key());
    }

    boolean anyOpen() {
        return lines.stream().anyMatch(LineRebate::open);
    }

    /** Own goods are available at once, a partner's when the partner has settled. */
    boolean releasable() {
        return completed && (channel == Channel.SHOP || settled);
    }

    OrderRebate markCompleted() {
        return new OrderRebate(orderId, channel, currency, state, true, settled, lines, returns, causes);
    }

    OrderRebate markSettled() {
        return new OrderRebate(orderId, channel, currency, state, completed, true, lines, returns, causes);
    }

    OrderRebate withReturn(String returnId) {
        return new OrderRebate(
                orderId, channel, currency, state, completed, settled, lines, plus(returns, returnId), causes);
    }

    OrderRebate causedBy(Cause cause) {
        return new OrderRebate(
                orderId, channel, currency, state, completed, settled, lines, returns, plus(causes, cause.key()));
    }

    OrderRebate cancelled() {
        return new OrderRebate(
                orderId, channel, currency, OrderState.CANCELLED, completed, settled, lines, returns, causes);
    }

    /** With every line changed, and the state that follows from where the lines lie. */
    OrderRebate withLines(UnaryOperator<LineRebate> change) {
        var changed = new ArrayList<LineRebate>(lines.size());
        lines.forEach(line -> changed.add(change.apply(line)));
        return new OrderRebate(
                orderId, channel, currency, stateOf(changed), completed, settled, changed, returns, causes);
    }

    /** All open lines of an order lie in the same bucket. */
    private static OrderState stateOf(List<LineRebate> lines) {
        return lines.stream()
                .filter(LineRebate::open)
                .findFirst()
                .map(line -> switch (line.bucket()) {
                    case ESTIMATED -> OrderState.ESTIMATED;
                    case CONFIRMED -> OrderState.CONFIRMED;
                    case AVAILABLE, RESERVED, PAID -> OrderState.AVAILABLE;
                    case HOUSE -> throw new IllegalStateException("open line in the house: " + line);
                })
                .orElse(OrderState.REVERSED);
    }

    private static Set<String> plus(Set<String> set, String element) {
        var more = new LinkedHashSet<>(set);
        more.add(element);
        return more;
    }
}
