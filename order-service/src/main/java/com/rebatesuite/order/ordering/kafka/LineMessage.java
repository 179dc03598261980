package com.rebatesuite.order.ordering.kafka;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.rebatesuite.order.Money;
import com.rebatesuite.order.ordering.Order;
import com.rebatesuite.order.ordering.OrderLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of an order, as order-placed.v1 and order-paid.v1 have it; {@code amount} is for all its units, {@code rebateBase}
 * what a voucher left of it.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LineMessage(
        int line,
        String sku,
        String title,
        String category,
        String merchant,
        int quantity,
        Money amount,
        @Nullable Money rebateBase,
        @Nullable String quote) {

    static List<LineMessage> of(Order order) {
        return order.lines().stream().map(LineMessage::of).toList();
    }

    private static LineMessage of(OrderLine line) {
        return new LineMessage(
                line.line(),
                line.sku(),
                line.title(),
                line.category(),
                line.merchant(),
                line.quantity(),
                line.amount(),
                line.voucherMinor() == 0 ? null : line.paid(),
                line.quote());
    }
}
