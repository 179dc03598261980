package com.rebatesuite.order.payment;

import com.rebatesuite.order.departments.DepartmentRequest.RefundRequested;
import com.rebatesuite.order.departments.Departments;
import com.rebatesuite.order.ordering.Order;
import com.rebatesuite.order.ordering.OrderBook;
import com.rebatesuite.order.ordering.Orders;
import com.rebatesuite.order.ordering.UnknownOrder;
import com.rebatesuite.order.payment.PaymentAnswer.Noted;
import com.rebatesuite.order.payment.PaymentAnswer.TryLater;
import com.rebatesuite.order.payment.PaymentAnswer.Unbookable;
import com.rebatesuite.order.payment.PaymentNotice.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes note of what the payment provider tells: a payment once, however often and under however many ids it is told. */
@Component
public class TakePayment {

    private final Orders orders;
    private final Payments payments;
    private final OrderBook book;
    private final Departments departments;
    private final Clock clock;

    TakePayment(Orders orders, Payments payments, OrderBook book, Departments departments, Clock clock) {
        this.orders = orders;
        this.payments = payments;
        this.book = book;
        this.departments = departments;
        this.clock = clock;
    }

    /**
     * Books the payment, or says why not; what is not booked is not noted either, so it can come again.
     *
     * @throws UnknownOrder if there is no such order
     */
    @Transactional
    public PaymentAnswer take(PaymentNotice notice) {
        // Partners take their own payments: their orders are none of the provider's.
        var order = orders.lock(notice.orderId())
                .filter(found -> found.origin().shop())
                .orElseThrow(() -> new UnknownOrder(notice.orderId()));
        if (payments.noted(notice.webhookId())) {
            return new Noted();
        }
        var paidOrder = payments.orderPaidBy(notice.paymentReference());
        if (paidOrder.isPresent() && !paidOrder.get().equals(order.id())) {
            return new Unbookable(
                    "payment-reference-reused",
                    "payment " + notice.paymentReference() + " was for order " + paidOrder.get());
        }
        if (paidOrder.isPresent() || notice.outcome() == Outcome.FAILED) {
            payments.note(notice, clock.instant());
            return new Noted();
        }
        return book(notice, order, clock.instant());
    }

    private PaymentAnswer book(PaymentNotice notice, Order order, Instant now) {
        var receipt = Receipt.of(notice, order, now);
        return switch (receipt) {
            case Receipt.TooEarly early -> new TryLater("order is " + early.state() + " (expected: CONFIRMED)");
            case Receipt.WrongAmount wrong ->
                new Unbookable("amount-mismatch", "amount: " + wrong.paid() + " (expected: " + wrong.total() + ")");
            case Receipt.Paid paid -> {
                store(notice, receipt, now);
                book.record(List.of(paid.event()));
                yield new Noted();
            }
            case Receipt.Refunded refunded -> {
                store(notice, receipt, now);
                departments.ask(List.of(refund(notice, order, refunded, now)));
                yield new Noted();
            }
        };
    }

    private void store(PaymentNotice notice, Receipt receipt, Instant now) {
        payments.note(notice, now);
        payments.add(notice, receipt);
    }

    private static RefundRequested refund(PaymentNotice notice, Order order, Receipt.Refunded refunded, Instant now) {
        return new RefundRequested(order.id(), order.userId(), now, null, notice.amount(), refunded.reason());
    }
}
