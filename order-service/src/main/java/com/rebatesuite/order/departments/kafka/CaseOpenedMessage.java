package com.rebatesuite.order.departments.kafka;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.rebatesuite.order.departments.DepartmentRequest.CaseOpened;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** contracts/events/case-opened.v1, as data. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CaseOpenedMessage(
        UUID orderId,
        String userId,
        Instant occurredAt,
        @Nullable UUID returnId,
        String subject) {

    static CaseOpenedMessage of(CaseOpened opened) {
        return new CaseOpenedMessage(
                opened.orderId(), opened.userId(), opened.occurredAt(), opened.returnId(), opened.subject());
    }
}
