package com.rebatesuite.order.payment;

import com.rebatesuite.order.Money;
import com.rebatesuite.order.ordering.Decision.Happened;
import com.rebatesuite.order.ordering.Order;
import com.rebatesuite.order.ordering.OrderEvent;
import com.rebatesuite.order.ordering.OrderState;
import java.time.Instant;

/** What a successful payment comes to. */
public sealed interface Receipt {

    /** The order is paid. */
    record Paid(OrderEvent event) implements Receipt {}

    /** Nothing can be sold for it any more: the money goes back. */
    record Refunded(String reason) implements Receipt {}

    /** The order has not been confirmed yet: the provider may tell us again later. */
    record TooEarly(OrderState state) implements Receipt {}

    /** Not what the order costs. */
    record WrongAmount(Money paid, Money total) implements Receipt {}

    /** Decides on a payment that is not known yet. */
    static Receipt of(PaymentNotice notice, Order order, Instant at) {
        if (!notice.amount().equals(order.total())) {
            return new WrongAmount(notice.amount(), order.total());
        }
        if (order.state() == OrderState.PLACED) {
            return new TooEarly(order.state());
        }
        return order.pay(at, notice.paymentReference()) instanceof Happened happened
                ? new Paid(happened.event())
                : new Refunded("paid when the order was " + order.state());
    }
}
