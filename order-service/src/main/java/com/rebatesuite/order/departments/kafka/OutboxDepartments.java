package com.rebatesuite.order.departments.kafka;

import com.rebatesuite.order.departments.DepartmentRequest;
import com.rebatesuite.order.departments.DepartmentRequest.CaseOpened;
import com.rebatesuite.order.departments.DepartmentRequest.InvoiceRequested;
import com.rebatesuite.order.departments.DepartmentRequest.RefundRequested;
import com.rebatesuite.order.departments.DepartmentRequest.ShipmentRequested;
import com.rebatesuite.order.departments.Departments;
import com.rebatesuite.platform.outbox.Outbox;
import com.rebatesuite.platform.outbox.OutboxMessage;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes requests to the outbox, each to its department's topic, keyed by order. */
@Component
class OutboxDepartments implements Departments {

    private final Outbox outbox;

    OutboxDepartments(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void ask(List<DepartmentRequest> requests) {
        if (!requests.isEmpty()) {
            outbox.write(requests.stream().map(OutboxDepartments::message).toList());
        }
    }

    private static OutboxMessage message(DepartmentRequest request) {
        return switch (request) {
            case ShipmentRequested shipment ->
                to("logistics", "shipment-requested.v1", request, ShipmentRequestedMessage.of(shipment));
            case InvoiceRequested invoice ->
                to("finance", "invoice-requested.v1", request, InvoiceRequestedMessage.of(invoice));
            case RefundRequested refund ->
                to("finance", "refund-requested.v1", request, RefundRequestedMessage.of(refund));
            case CaseOpened opened -> to("customer-care", "case-opened.v1", request, CaseOpenedMessage.of(opened));
        };
    }

    private static OutboxMessage to(String topic, String type, DepartmentRequest request, Object data) {
        var orderId = request.orderId().toString();
        return new OutboxMessage(topic, orderId, type, orderId, request.occurredAt(), data);
    }
}
