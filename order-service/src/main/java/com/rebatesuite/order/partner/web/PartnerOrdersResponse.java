package com.rebatesuite.order.partner.web;

import com.rebatesuite.order.Money;
import com.rebatesuite.order.ordering.Order;
import com.rebatesuite.order.ordering.OrderLine;
import com.rebatesuite.order.ordering.OrderState;
import com.rebatesuite.order.returns.Return;
import com.rebatesuite.order.returns.ReturnLine;
import com.rebatesuite.order.returns.ReturnState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A partner's orders, and what came back of them. */
record PartnerOrdersResponse(List<PartnerOrder> orders) {

    static PartnerOrdersResponse of(List<Order> orders, Map<UUID, List<Return>> returns) {
        return new PartnerOrdersResponse(orders.stream()
                .map(order -> PartnerOrder.of(order, returns.getOrDefault(order.id(), List.of())))
                .toList());
    }

    record PartnerOrder(
            @Nullable String externalNumber,
            UUID orderId,
            String userId,
            OrderState state,
            String stockPolicy,
            Instant occurredAt,
            Money total,
            @Nullable String reason,
            List<Line> lines,
            List<PartnerReturn> returns) {

        static PartnerOrder of(Order order, List<Return> returns) {
            return new PartnerOrder(
                    order.origin().externalNumber(),
                    order.id(),
                    order.userId(),
                    order.state(),
                    order.origin().stockPolicy().wire(),
                    order.times().occurredAt(),
                    order.total(),
                    order.progress().reason(),
                    order.lines().stream().map(Line::of).toList(),
                    returns.stream().map(PartnerReturn::of).toList());
        }
    }

    record Line(int line, String sku, int quantity, Money amount, int returned) {
        static Line of(OrderLine line) {
            return new Line(line.line(), line.sku(), line.quantity(), line.amount(), line.returned());
        }
    }

    record PartnerReturn(
            @Nullable String externalNumber,
            UUID returnId,
            ReturnState state,
            Money refund,
            List<UnitsReturned> lines) {

        static PartnerReturn of(Return returned) {
            return new PartnerReturn(
                    returned.source().externalNumber(),
                    returned.id(),
                    returned.state(),
                    returned.refund(),
                    returned.lines().stream().map(UnitsReturned::of).toList());
        }
    }

    record UnitsReturned(int line, String sku, int quantity, Money refund) {
        static UnitsReturned of(ReturnLine line) {
            return new UnitsReturned(line.line(), line.sku(), line.quantity(), line.refund());
        }
    }
}
