package com.rebatesuite.rebate.view.kafka;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.rebatesuite.rebate.view.AdjustmentView;
import com.rebatesuite.rebate.view.BalanceView;
import com.rebatesuite.rebate.view.CauseView;
import com.rebatesuite.rebate.view.ClaimView;
import com.rebatesuite.rebate.view.EntryView;
import com.rebatesuite.rebate.view.FrozenView;
import com.rebatesuite.rebate.view.LineView;
import com.rebatesuite.rebate.view.OrderView;
import com.rebatesuite.rebate.view.PayoutMethodView;
import com.rebatesuite.rebate.view.Recorded;
import com.rebatesuite.rebate.view.WithdrawalView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the views need of contracts/events/rebate-recorded.v2: all of it. */
record RebateRecordedMessage(
        String userId,
        long sequence,
        Instant recordedAt,
        CauseView cause,
        List<EntryView> entries,
        List<BalanceView> balances,
        @Nullable Order order,
        @Nullable WithdrawalView withdrawal,
        @Nullable PayoutMethodView payoutMethod,
        @Nullable AdjustmentView adjustment,
        @Nullable ClaimView claim,
        @Nullable FrozenView account) {

    static final String TYPE = "rebate-recorded.v2";

    RebateRecordedMessage {
        requireNonNull(userId, "user_id");
        requireNonNull(recordedAt, "recorded_at");
        requireNonNull(cause, "cause");
        requireNonNull(entries, "entries");
        requireNonNull(balances, "balances");
    }

    Recorded toRecorded() {
        return new Recorded(
                userId,
                sequence,
                recordedAt,
                cause,
                entries,
                balances,
                order == null ? null : order.view(userId, sequence, recordedAt),
                withdrawal,
                payoutMethod,
                adjustment,
                claim,
                account);
    }

    record Order(
            String orderId,
            String state,
            @Nullable String channel,
            @Nullable String merchant,
            @Nullable String externalNumber,
            @Nullable Instant paidAt,
            @Nullable Instant confirmationExpectedAt,
            boolean completed,
            boolean settled,
            List<LineView> lines) {

        public Order {
            requireNonNull(orderId, "order_id");
            requireNonNull(state, "state");
            requireNonNull(lines, "lines");
        }

        OrderView view(String userId, long version, Instant asOf) {
            return new OrderView(
                    orderId,
                    userId,
                    version,
                    asOf,
                    state,
                    requireNonNullElse(channel, "shop"),
                    merchant,
                    externalNumber,
                    paidAt,
                    confirmationExpectedAt,
                    completed,
                    settled,
                    lines);
        }
    }
}
