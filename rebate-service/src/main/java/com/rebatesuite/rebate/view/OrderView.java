package com.rebatesuite.rebate.view;

import java.time.Instant;
import java.util.List;

/**
 * The rebate of one order as it stands.
 *
 * @param version version of the account when the order last changed
 */
public record OrderView(
        String orderId, String userId, long version, Instant asOf, String state, String channel, List<LineView> lines) {

    public OrderView {
        lines = List.copyOf(lines);
    }
}
