package com.rebatesuite.order.ordering.web;

import com.rebatesuite.order.Money;
import com.rebatesuite.order.ordering.Missing;
import com.rebatesuite.order.ordering.Order;
import com.rebatesuite.order.ordering.OrderLine;
import com.rebatesuite.order.ordering.OrderState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order as people see it; {@code reason} and {@code missing} say why it was rejected. */
record OrderResponse(
        UUID orderId,
        String userId,
        OrderState state,
        String channel,
        @Nullable String partner,
        @Nullable String externalNumber,
        String stockPolicy,
        Instant occurredAt,
        Instant recordedAt,
        Money total,
        @Nullable Money voucher,
        @Nullable Money shipping,
        List<Line> lines,
        @Nullable String paymentReference,
        @Nullable String reason,
        @Nullable Instant payBefore,
        @Nullable Instant returnWindowEndsAt,
        @Nullable List<Missing> missing) {

    static OrderResponse of(Order order) {
        var progress = order.progress();
        return new OrderResponse(
                order.id(),
                order.userId(),
                order.state(),
                order.origin().channel(),
                order.origin().partner(),
                order.origin().externalNumber(),
                order.origin().stockPolicy().wire(),
                order.times().occurredAt(),
                order.times().recordedAt(),
                order.total(),
                unlessZero(order.voucher()),
                unlessZero(order.shipping()),
                order.lines().stream().map(Line::of).toList(),
                progress.paymentReference(),
                progress.reason(),
                order.state() == OrderState.CONFIRMED ? progress.deadline() : null,
                order.state() == OrderState.DELIVERED ? progress.deadline() : null,
                progress.missing().isEmpty() ? null : progress.missing());
    }

    private static @Nullable Money unlessZero(Money amount) {
        return amount.minor() == 0 ? null : amount;
    }

    /** {@code paid} is what a voucher left of the amount. */
    @Schema(name = "OrderLine")
    record Line(
            int line,
            String sku,
            String title,
            String category,
            String merchant,
            int quantity,
            Money amount,
            @Nullable Money paid,
            int returned) {

        static Line of(OrderLine line) {
            return new Line(
                    line.line(),
                    line.sku(),
                    line.title(),
                    line.category(),
                    line.merchant(),
                    line.quantity(),
                    line.amount(),
                    line.voucherMinor() == 0 ? null : line.paid(),
                    line.returned());
        }
    }
}
