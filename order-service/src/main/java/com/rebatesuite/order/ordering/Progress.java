package com.rebatesuite.order.ordering;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of an order that changes. {@code sequence} counts the events of the order and its returns; {@code deadline} is
 * when the clock moves the order on by itself: PLACED and CONFIRMED expire then, DELIVERED completes.
 */
public record Progress(
        OrderState state,
        int sequence,
        @Nullable Instant deadline,
        int openReturns,
        @Nullable String paymentReference,
        @Nullable String reason,
        List<Missing> missing) {

    public Progress {
        if (openReturns < 0) {
            throw new IllegalArgumentException("openReturns: " + openReturns + " (expected: >= 0)");
        }
        missing = List.copyOf(missing);
    }

    static Progress placed(@Nullable Instant deadline) {
        return new Progress(OrderState.PLACED, 1, deadline, 0, null, null, List.of());
    }

    Progress to(OrderState next, @Nullable Instant nextDeadline) {
        return new Progress(next, sequence + 1, nextDeadline, openReturns, paymentReference, reason, missing);
    }

    Progress paidWith(String reference) {
        return new Progress(state, sequence, deadline, openReturns, reference, reason, missing);
    }

    Progress because(String why) {
        return new Progress(state, sequence, deadline, openReturns, paymentReference, why, missing);
    }

    Progress lacking(List<Missing> lacking) {
        return new Progress(state, sequence, deadline, openReturns, paymentReference, reason, lacking);
    }

    Progress returnsChanged(int by) {
        return new Progress(state, sequence + 1, deadline, openReturns + by, paymentReference, reason, missing);
    }
}
