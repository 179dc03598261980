package com.rebatesuite.order.departments.kafka;

import com.rebatesuite.order.Money;
import com.rebatesuite.order.departments.DepartmentRequest.InvoiceRequested;
import java.time.Instant;
import java.util.UUID;

/** contracts/events/invoice-requested.v1, as data. */
record InvoiceRequestedMessage(UUID orderId, String userId, Instant occurredAt, Money total) {

    static InvoiceRequestedMessage of(InvoiceRequested invoice) {
        return new InvoiceRequestedMessage(invoice.orderId(), invoice.userId(), invoice.occurredAt(), invoice.total());
    }
}
