package com.rebatesuite.rebate.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rebate of one order as it stands.
 *
 * @param version version of the account when the order last changed
 * @param merchant the partner, of a partner's order
 * @param externalNumber the partner's number of it
 * @param confirmationExpectedAt when the rebate is confirmed if nothing comes back
 */
public record OrderView(
        String orderId,
        String userId,
        long version,
        Instant asOf,
        String state,
        String channel,
        @Nullable String merchant,
        @Nullable String externalNumber,
        @Nullable Instant paidAt,
        @Nullable Instant confirmationExpectedAt,
        boolean completed,
        boolean settled,
        List<LineView> lines) {

    public OrderView {
        lines = List.copyOf(lines);
    }

    /** The same order with these lines. */
    public OrderView withLines(List<LineView> others) {
        return new OrderView(
                orderId,
                userId,
                version,
                asOf,
                state,
                channel,
                merchant,
                externalNumber,
                paidAt,
                confirmationExpectedAt,
                completed,
                settled,
                others);
    }
}
