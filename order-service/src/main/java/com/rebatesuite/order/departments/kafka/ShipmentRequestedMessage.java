package com.rebatesuite.order.departments.kafka;

import com.rebatesuite.order.departments.DepartmentRequest.Parcel;
import com.rebatesuite.order.departments.DepartmentRequest.ShipmentRequested;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** contracts/events/shipment-requested.v1, as data. */
record ShipmentRequestedMessage(UUID orderId, String userId, Instant occurredAt, List<Line> lines) {

    static ShipmentRequestedMessage of(ShipmentRequested shipment) {
        return new ShipmentRequestedMessage(
                shipment.orderId(),
                shipment.userId(),
                shipment.occurredAt(),
                shipment.lines().stream().map(Line::of).toList());
    }

    record Line(String sku, int quantity) {
        static Line of(Parcel parcel) {
            return new Line(parcel.sku(), parcel.quantity());
        }
    }
}
