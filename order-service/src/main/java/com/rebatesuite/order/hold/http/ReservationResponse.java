package com.rebatesuite.order.hold.http;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.rebatesuite.order.hold.HoldAnswer;
import com.rebatesuite.order.ordering.Missing;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What inventory-service answers to a reservation, as far as we read it. */
record ReservationResponse(
        @JsonAlias("status") @Nullable String state,
        @Nullable String reason,
        @Nullable List<Missing> missing) {

    HoldAnswer answer(UUID orderId) {
        return switch (String.valueOf(state).toUpperCase(Locale.ROOT)) {
            case "HELD", "COMMITTED" -> new HoldAnswer.Held(orderId);
            case "REFUSED" -> HoldAnswer.Refused.of(orderId, reason, missing == null ? List.of() : missing);
            default -> throw new UnexpectedAnswer("state: " + state + " (expected: HELD or REFUSED)");
        };
    }
}
