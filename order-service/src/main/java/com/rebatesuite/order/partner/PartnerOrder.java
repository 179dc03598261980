package com.rebatesuite.order.partner;

import com.rebatesuite.order.ordering.OrderLine;
import com.rebatesuite.order.ordering.OrderState;
import com.rebatesuite.order.ordering.StockPolicy;
import java.time.Instant;
import java.util.List;

/** An order a partner has taken, checked and priced; a voucher is already spread over its lines. */
public record PartnerOrder(
        String externalNumber,
        String userId,
        Instant occurredAt,
        OrderState stated,
        StockPolicy stockPolicy,
        List<OrderLine> lines,
        long shippingMinor,
        String fingerprint) {

    public PartnerOrder {
        lines = List.copyOf(lines);
    }
}
