package com.rebatesuite.order.departments;

import com.rebatesuite.order.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something another department is asked to do about an order. */
public sealed interface DepartmentRequest {

    /** The order it is about. */
    UUID orderId();

    /** Whose order it is. */
    String userId();

    /** When the reason for asking occurred. */
    Instant occurredAt();

    /** To logistics: send these goods. */
    record ShipmentRequested(UUID orderId, String userId, Instant occurredAt, List<Parcel> lines)
            implements DepartmentRequest {
        public ShipmentRequested {
            lines = List.copyOf(lines);
        }
    }

    /** So many units of a sku to be sent; equal skus of an order are summed. */
    record Parcel(String sku, int quantity) {}

    /** To finance: bill this order. */
    record InvoiceRequested(UUID orderId, String userId, Instant occurredAt, Money total)
            implements DepartmentRequest {}

    /** To finance: give money back, for a return or for an order that will not be delivered. */
    record RefundRequested(
            UUID orderId,
            String userId,
            Instant occurredAt,
            @Nullable UUID returnId,
            Money amount,
            String reason) implements DepartmentRequest {}

    /** To customer care: look after this shopper. */
    record CaseOpened(
            UUID orderId,
            String userId,
            Instant occurredAt,
            @Nullable UUID returnId,
            String subject) implements DepartmentRequest {}
}
