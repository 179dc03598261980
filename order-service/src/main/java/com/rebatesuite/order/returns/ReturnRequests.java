package com.rebatesuite.order.returns;

import com.rebatesuite.order.departments.DepartmentRequest;
import com.rebatesuite.order.departments.DepartmentRequest.CaseOpened;
import com.rebatesuite.order.departments.DepartmentRequest.RefundRequested;
import java.util.List;

/** What departments are asked when something happens to a return. */
final class ReturnRequests {

    private ReturnRequests() {}

    static List<DepartmentRequest> after(ReturnEvent event) {
        // A partner looks after its own customers and gives them back the money it took.
        if (!event.order().origin().shop()) {
            return List.of();
        }
        return switch (event) {
            case ReturnEvent.Requested requested -> List.of(caseOpened(requested));
            case ReturnEvent.Received received -> refund(received);
            case ReturnEvent.Refused refused -> List.of();
        };
    }

    private static CaseOpened caseOpened(ReturnEvent.Requested requested) {
        var order = requested.order();
        var returned = requested.returned();
        return new CaseOpened(
                order.id(),
                order.userId(),
                requested.occurredAt(),
                returned.id(),
                "return requested: " + returned.reason());
    }

    private static List<DepartmentRequest> refund(ReturnEvent.Received received) {
        var order = received.order();
        var refund = received.returned().refund();
        if (refund.minor() == 0) {
            return List.of();
        }
        return List.of(new RefundRequested(
                order.id(),
                order.userId(),
                received.occurredAt(),
                received.returned().id(),
                refund,
                "return"));
    }
}
