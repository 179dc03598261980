package com.rebatesuite.order.returns.web;

import com.rebatesuite.order.Money;
import com.rebatesuite.order.returns.Condition;
import com.rebatesuite.order.returns.Return;
import com.rebatesuite.order.returns.ReturnLine;
import com.rebatesuite.order.returns.ReturnState;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A return as people see it. */
record ReturnResponse(
        UUID returnId,
        UUID orderId,
        ReturnState state,
        String reason,
        @Nullable String refusal,
        Instant occurredAt,
        Money refund,
        List<Line> lines) {

    static ReturnResponse of(Return returned) {
        return new ReturnResponse(
                returned.id(),
                returned.orderId(),
                returned.state(),
                returned.reason(),
                returned.refusal(),
                returned.occurredAt(),
                returned.refund(),
                returned.lines().stream().map(Line::of).toList());
    }

    record Line(
            int line,
            String sku,
            int quantity,
            Money refund,
            @Nullable String condition) {
        static Line of(ReturnLine line) {
            return new Line(line.line(), line.sku(), line.quantity(), line.refund(), name(line.condition()));
        }

        /** As it is said in requests and in events. */
        private static @Nullable String name(@Nullable Condition condition) {
            return condition == null ? null : condition.name().toLowerCase(Locale.ROOT);
        }
    }
}
