package com.rebatesuite.order.ordering.kafka;

import static com.rebatesuite.order.OrderHistory.AT;
import static com.rebatesuite.order.OrderHistory.after;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.order.Contract;
import com.rebatesuite.order.Money;
import com.rebatesuite.order.OrderHistory;
import com.rebatesuite.order.ordering.Missing;
import com.rebatesuite.order.ordering.Order;
import com.rebatesuite.order.ordering.OrderEvent;
import com.rebatesuite.order.ordering.OrderExtras;
import com.rebatesuite.platform.outbox.OutboxMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class OrderEventsContractTest {

    static Stream<OrderEvent> events() {
        Order rejected = after(OrderHistory.placed().reject(AT, "out-of-stock", List.of(new Missing("TEA-100", 2, 1))));
        return Stream.of(
                new OrderEvent.Placed(OrderHistory.placed(), AT),
                new OrderEvent.Confirmed(OrderHistory.confirmed(), AT),
                new OrderEvent.Rejected(rejected, AT),
                new OrderEvent.Paid(OrderHistory.paid(), AT),
                new OrderEvent.Shipped(OrderHistory.shipped(), AT),
                new OrderEvent.Delivered(OrderHistory.delivered(), AT),
                new OrderEvent.Completed(OrderHistory.completed(), AT),
                new OrderEvent.Cancelled(after(OrderHistory.paid().cancel(AT, "changed my mind")), AT),
                new OrderEvent.Expired(after(OrderHistory.confirmed().expire(AT)), AT));
    }

    @ParameterizedTest
    @MethodSource("events")
    void sendsWhatTheContractShows(OrderEvent event) {
        var sent = new ArrayList<OutboxMessage>();

        new OutboxAnnouncements(sent::addAll).announce(List.of(event));

        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().topic()).isEqualTo("orders");
        assertThat(sent.getFirst().key()).isEqualTo("shopper-1");
        Contract.assertIsTheExample(sent.getFirst());
    }

    /** What the examples leave out: 2.15 off 21.50, 4.99 for sending it, and a quote for the tea. */
    @Test
    void saysVoucherShippingAndQuotesWhereThereAreAny() {
        var paid = OrderExtras.paid(215, 499, "q.for.tea");
        var sent = new ArrayList<OutboxMessage>();

        new OutboxAnnouncements(sent::addAll)
                .announce(List.of(new OrderEvent.Placed(paid, AT), new OrderEvent.Paid(paid, AT)));

        for (var message : sent) {
            var data = Contract.JSON.valueToTree(message.data());
            assertThat(data.at("/total")).isEqualTo(money(2434));
            assertThat(data.at("/voucher")).isEqualTo(money(215));
            assertThat(data.at("/shipping")).isEqualTo(money(499));
            assertThat(data.at("/lines/0/amount")).isEqualTo(money(900));
            assertThat(data.at("/lines/0/rebate_base")).isEqualTo(money(810));
            assertThat(data.at("/lines/1/rebate_base")).isEqualTo(money(1125));
            assertThat(data.at("/lines/0/quote").asString()).isEqualTo("q.for.tea");
            assertThat(data.at("/lines/1").has("quote")).isFalse();
            Contract.assertFitsTheSchema(message.type(), Contract.envelope(message));
        }
    }

    private static JsonNode money(long minor) {
        return Contract.JSON.valueToTree(new Money("GBP", minor));
    }
}
