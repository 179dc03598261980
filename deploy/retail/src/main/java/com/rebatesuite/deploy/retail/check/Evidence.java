package com.rebatesuite.deploy.retail.check;

import com.rebatesuite.deploy.retail.gateway.PartnerOrder;
import com.rebatesuite.deploy.retail.gateway.Rebates.Rebate;
import com.rebatesuite.deploy.retail.gateway.Stock.Moved;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the services say about some orders.
 *
 * @param orders by invoice number
 * @param rebates by order id and line
 * @param moved by reference and stock code
 */
public record Evidence(
        Map<String, PartnerOrder> orders,
        Map<String, Map<Integer, Rebate>> rebates,
        Map<String, Map<String, Moved>> moved) {

    /** Copies the maps. */
    public Evidence {
        orders = Map.copyOf(orders);
        rebates = Map.copyOf(rebates);
        moved = Map.copyOf(moved);
    }

    @Nullable PartnerOrder order(String number) {
        return orders.get(number);
    }

    Rebate rebate(String orderId, int line) {
        return rebates.getOrDefault(orderId, Map.of()).getOrDefault(line, Rebate.NONE);
    }

    Map<String, Moved> moved(String reference) {
        return moved.getOrDefault(reference, Map.of());
    }
}
