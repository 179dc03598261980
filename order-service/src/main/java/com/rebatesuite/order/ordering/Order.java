package com.rebatesuite.order.ordering;

import static com.rebatesuite.order.ordering.OrderState.CANCELLED;
import static com.rebatesuite.order.ordering.OrderState.COMPLETED;
import static com.rebatesuite.order.ordering.OrderState.CONFIRMED;
import static com.rebatesuite.order.ordering.OrderState.DELIVERED;
import static com.rebatesuite.order.ordering.OrderState.EXPIRED;
import static com.rebatesuite.order.ordering.OrderState.PAID;
import static com.rebatesuite.order.ordering.OrderState.REJECTED;
import static com.rebatesuite.order.ordering.OrderState.SHIPPED;

import com.rebatesuite.order.Money;
import com.rebatesuite.order.ordering.Decision.AlreadySo;
import com.rebatesuite.order.ordering.Decision.Happened;
import com.rebatesuite.order.ordering.Decision.NotAllowed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An order: what was bought by whom, and how far it has come. Its methods decide and change nothing.
 *
 * @param shippingMinor what it costs to send it, in the currency of its lines
 */
public record Order(
        UUID id,
        String userId,
        Origin origin,
        OrderTimes times,
        List<OrderLine> lines,
        long shippingMinor,
        Progress progress) {

    public Order {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("lines: none (expected: at least one)");
        }
        if (shippingMinor < 0) {
            throw new IllegalArgumentException("shipping: " + shippingMinor + " (expected: >= 0)");
        }
        lines = List.copyOf(lines);
    }

    /** A new order. After {@code deadline} it expires if nobody has answered; a partner's order waits as long as it takes. */
    public static OrderEvent.Placed place(
            UUID id,
            String userId,
            Origin origin,
            OrderTimes times,
            List<OrderLine> lines,
            long shippingMinor,
            @Nullable Instant deadline) {
        var order = new Order(id, userId, origin, times, lines, shippingMinor, Progress.placed(deadline));
        return new OrderEvent.Placed(order, times.occurredAt());
    }

    /** What is paid for all of it: its lines, less the voucher, and the shipping. */
    public Money total() {
        return lines.stream().map(OrderLine::paid).reduce(shipping(), Money::plus);
    }

    /** What it costs to send it. */
    public Money shipping() {
        return new Money(currency(), shippingMinor);
    }

    /** What the voucher takes off its lines. */
    public Money voucher() {
        return new Money(
                currency(), lines.stream().mapToLong(OrderLine::voucherMinor).sum());
    }

    private String currency() {
        return lines.getFirst().amount().currency();
    }

    /** Where the order is. */
    public OrderState state() {
        return progress.state();
    }

    /** The line of that position, if there is one. */
    public Optional<OrderLine> line(int position) {
        return lines.stream().filter(line -> line.line() == position).findFirst();
    }

    /** All goods are held; from now on it has to be paid before {@code payBy}. */
    public Decision confirm(Instant at, @Nullable Instant payBy) {
        return move(CONFIRMED, payBy, at, OrderEvent.Confirmed::new);
    }

    /** Its goods could not be held. */
    public Decision reject(Instant at, String reason, List<Missing> missing) {
        return move(
                REJECTED, null, at, progress -> progress.because(reason).lacking(missing), OrderEvent.Rejected::new);
    }

    /** The total has been paid. */
    public Decision pay(Instant at, String reference) {
        return move(PAID, null, at, progress -> progress.paidWith(reference), OrderEvent.Paid::new);
    }

    /** The goods have left the house. */
    public Decision ship(Instant at) {
        return move(SHIPPED, null, at, OrderEvent.Shipped::new);
    }

    /** The goods have arrived; shoppers may ask for a return until {@code returnsUntil}. */
    public Decision deliver(Instant at, Instant returnsUntil) {
        return move(DELIVERED, returnsUntil, at, OrderEvent.Delivered::new);
    }

    /** The return window has closed and no return is open. */
    public Decision complete(Instant at) {
        return move(COMPLETED, null, at, OrderEvent.Completed::new);
    }

    /** Nobody wants it any more, or it cannot be had. */
    public Decision cancel(Instant at, String reason) {
        return move(CANCELLED, null, at, progress -> progress.because(reason), OrderEvent.Cancelled::new);
    }

    /** Time ran out. */
    public Decision expire(Instant at) {
        return move(EXPIRED, null, at, OrderEvent.Expired::new);
    }

    /** What the clock does to the order once its deadline has passed. */
    public Decision overdue(Instant at) {
        var due = progress.deadline();
        if (due == null || due.isAfter(at) || progress.openReturns() > 0) {
            return new AlreadySo(this);
        }
        return state() == DELIVERED ? complete(at) : expire(at);
    }

    /** The order after a return changed its lines and opened ({@code 1}), closed ({@code -1}) or neither ({@code 0}). */
    public Order returnsChanged(List<OrderLine> changed, int opened) {
        return new Order(id, userId, origin, times, changed, shippingMinor, progress.returnsChanged(opened));
    }

    private Decision move(
            OrderState next, @Nullable Instant deadline, Instant at, BiFunction<Order, Instant, OrderEvent> event) {
        return move(next, deadline, at, UnaryOperator.identity(), event);
    }

    private Decision move(
            OrderState next,
            @Nullable Instant deadline,
            Instant at,
            UnaryOperator<Progress> noting,
            BiFunction<Order, Instant, OrderEvent> event) {
        if (state() == next && next.terminal()) {
            return new AlreadySo(this);
        }
        if (!state().next().contains(next)) {
            return new NotAllowed(this, next);
        }
        var after = noting.apply(progress.to(next, deadline));
        return new Happened(event.apply(new Order(id, userId, origin, times, lines, shippingMinor, after), at));
    }
}
