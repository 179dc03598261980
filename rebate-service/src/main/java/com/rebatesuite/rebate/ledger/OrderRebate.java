package com.rebatesuite.rebate.ledger;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The rebate of one order as it stands, with what is needed to recognise a repeat.
 *
 * @param merchant the partner who sold, in the partner's channel
 * @param externalNumber the partner's number of the order
 * @param paidAt absent while the order is awaited
 * @param expectedAt when the rebate is expected to be confirmed
 * @param completed the return window has closed
 * @param settled the partner has paid us; remembered when it comes before completion or even before payment
 * @param facts ids of the returns, amendments and rejections that counted
 */
public record OrderRebate(
        String orderId,
        Channel channel,
        @Nullable String merchant,
        @Nullable String externalNumber,
        String currency,
        OrderState state,
        @Nullable Instant paidAt,
        @Nullable Instant expectedAt,
        boolean completed,
        boolean settled,
        List<LineRebate> lines,
        Set<String> facts)
        implements State {

    /** ISO 4217: no currency is known yet. */
    private static final String NO_CURRENCY = "XXX";

    public OrderRebate {
        lines = List.copyOf(lines);
        facts = Collections.unmodifiableSet(new LinkedHashSet<>(facts));
    }

    /** An order of which only the settlement is known. */
    static OrderRebate settledEarly(String orderId) {
        return new OrderRebate(
                orderId,
                Channel.PARTNER,
                null,
                null,
                NO_CURRENCY,
                OrderState.AWAITED,
                null,
                null,
                false,
                true,
                List.of(),
                Set.of());
    }

    static String key(String orderId) {
        return "order/" + orderId;
    }

    @Override
    public String key() {
        return key(orderId);
    }

    @Override
    public int size() {
        return 1 + lines.size();
    }

    boolean awaited() {
        return state == OrderState.AWAITED;
    }

    boolean anyOpen() {
        return lines.stream().anyMatch(LineRebate::open);
    }

    boolean hasLine(int number) {
        return lines.stream().anyMatch(line -> line.line() == number);
    }

    /** Own goods are available at once, a partner's when the partner has settled. */
    boolean releasable() {
        return completed && (channel == Channel.SHOP || settled);
    }

    OrderRebate markCompleted() {
        return with(state, expectedAt, true, settled, lines, facts);
    }

    OrderRebate markSettled() {
        return with(state, expectedAt, completed, true, lines, facts);
    }

    OrderRebate expected(Instant at) {
        return with(state, at, completed, settled, lines, facts);
    }

    OrderRebate withFact(String id) {
        var more = new LinkedHashSet<>(facts);
        more.add(id);
        return with(state, expectedAt, completed, settled, lines, more);
    }

    OrderRebate in(OrderState target) {
        return with(target, expectedAt, completed, settled, lines, facts);
    }

    /** With every line changed, and the state that follows from where the lines lie. */
    OrderRebate withLines(UnaryOperator<LineRebate> change) {
        var changed = lines.stream().map(change).toList();
        return with(stateOf(changed), expectedAt, completed, settled, changed, facts);
    }

    private OrderRebate with(
            OrderState target,
            @Nullable Instant expected,
            boolean isCompleted,
            boolean isSettled,
            List<LineRebate> changed,
            Set<String> known) {
        return new OrderRebate(
                orderId,
                channel,
                merchant,
                externalNumber,
                currency,
                target,
                paidAt,
                expected,
                isCompleted,
                isSettled,
                changed,
                known);
    }

    /** All open lines of an order lie in the same bucket; what is closed stays as it was closed. */
    private OrderState stateOf(List<LineRebate> changed) {
        return changed.stream()
                .filter(LineRebate::open)
                .findFirst()
                .map(line -> switch (line.bucket()) {
                    case ESTIMATED -> OrderState.ESTIMATED;
                    case CONFIRMED -> OrderState.CONFIRMED;
                    case AVAILABLE -> OrderState.AVAILABLE;
                    case HOUSE, RESERVED, PAID, OWED ->
                        throw new IllegalStateException("open line in " + line.bucket() + ": " + line.line());
                })
                .orElse(anyOpen() ? OrderState.REVERSED : state);
    }
}
