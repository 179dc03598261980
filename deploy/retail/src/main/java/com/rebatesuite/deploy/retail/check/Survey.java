package com.rebatesuite.deploy.retail.check;

import com.rebatesuite.deploy.retail.gateway.Partners;
import com.rebatesuite.deploy.retail.gateway.Rebates;
import com.rebatesuite.deploy.retail.gateway.Stock;
import com.rebatesuite.deploy.retail.invoices.Order;
import java.util.ArrayList;
import java.util.Collection;

/** Asks every service what it knows about some orders. */
public record Survey(Partners partners, Rebates rebates, Stock stock) {

    /** What the services say now. */
    public Evidence of(Collection<Order> orders) {
        var found = partners.find(orders.stream().map(Order::number).toList());
        var ids = new ArrayList<String>();
        var references = new ArrayList<String>();
        for (var order : found.values()) {
            ids.add(order.orderId());
            references.add("order/" + order.orderId());
            order.returns().forEach(returned -> references.add("return/" + returned.returnId()));
        }
        return new Evidence(found, rebates.ofOrders(ids), stock.moved(references));
    }
}
