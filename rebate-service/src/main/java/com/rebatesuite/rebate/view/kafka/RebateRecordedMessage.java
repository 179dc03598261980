package com.rebatesuite.rebate.view.kafka;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.rebatesuite.rebate.view.BalanceView;
import com.rebatesuite.rebate.view.CauseView;
import com.rebatesuite.rebate.view.EntryView;
import com.rebatesuite.rebate.view.LineView;
import com.rebatesuite.rebate.view.OrderView;
import com.rebatesuite.rebate.view.Recorded;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the views need of contracts/events/rebate-recorded.v1: all of it. */
record RebateRecordedMessage(
        String userId,
        long sequence,
        Instant recordedAt,
        CauseView cause,
        List<EntryView> entries,
        BalanceView balance,
        Order order) {

    static final String TYPE = "rebate-recorded.v1";

    RebateRecordedMessage {
        requireNonNull(userId, "user_id");
        requireNonNull(recordedAt, "recorded_at");
        requireNonNull(cause, "cause");
        requireNonNull(entries, "entries");
        requireNonNull(balance, "balance");
        requireNonNull(order, "order");
    }

    Recorded toRecorded() {
        return new Recorded(
                userId,
                sequence,
                recordedAt,
                cause,
                entries,
                balance,
                new OrderView(
                        order.orderId(),
                        userId,
                        sequence,
                        recordedAt,
                        order.state(),
                        requireNonNullElse(order.channel(), "shop"),
                        order.lines()));
    }

    record Order(String orderId, String state, @Nullable String channel, List<LineView> lines) {

        public Order {
            requireNonNull(orderId, "order_id");
            requireNonNull(state, "state");
            requireNonNull(lines, "lines");
        }
    }
}
