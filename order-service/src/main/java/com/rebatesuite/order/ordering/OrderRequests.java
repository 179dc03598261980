package com.rebatesuite.order.ordering;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import com.rebatesuite.order.departments.DepartmentRequest;
import com.rebatesuite.order.departments.DepartmentRequest.InvoiceRequested;
import com.rebatesuite.order.departments.DepartmentRequest.Parcel;
import com.rebatesuite.order.departments.DepartmentRequest.RefundRequested;
import com.rebatesuite.order.departments.DepartmentRequest.ShipmentRequested;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What departments are asked when something happens to an order. */
final class OrderRequests {

    private OrderRequests() {}

    static List<DepartmentRequest> after(OrderEvent event) {
        return switch (event) {
            case OrderEvent.Paid paid -> paid(paid);
            case OrderEvent.Cancelled cancelled -> cancelled(cancelled);
            case OrderEvent.Placed placed -> List.of();
            case OrderEvent.Confirmed confirmed -> List.of();
            case OrderEvent.Rejected rejected -> List.of();
            case OrderEvent.Shipped shipped -> List.of();
            case OrderEvent.Delivered delivered -> List.of();
            case OrderEvent.Completed completed -> List.of();
            case OrderEvent.Expired expired -> List.of();
        };
    }

    private static List<DepartmentRequest> paid(OrderEvent.Paid paid) {
        var order = paid.order();
        var requests = new ArrayList<DepartmentRequest>();
        // What a partner has sent already must not be sent again; what it sold, it bills itself.
        if (order.origin().stillToShip()) {
            requests.add(new ShipmentRequested(order.id(), order.userId(), paid.occurredAt(), parcels(order)));
        }
        if (order.origin().shop()) {
            requests.add(new InvoiceRequested(order.id(), order.userId(), paid.occurredAt(), order.total()));
        }
        return requests;
    }

    private static List<DepartmentRequest> cancelled(OrderEvent.Cancelled cancelled) {
        var order = cancelled.order();
        if (order.progress().paymentReference() == null || !order.origin().shop()) {
            return List.of();
        }
        return List.of(new RefundRequested(
                order.id(),
                order.userId(),
                cancelled.occurredAt(),
                null,
                order.total(),
                "order cancelled: " + order.progress().reason()));
    }

    private static List<Parcel> parcels(Order order) {
        var quantities = order.lines().stream()
                .collect(groupingBy(OrderLine::sku, TreeMap::new, summingInt(OrderLine::quantity)));
        return quantities.entrySet().stream()
                .map(entry -> new Parcel(entry.getKey(), entry.getValue()))
                .toList();
    }
}
