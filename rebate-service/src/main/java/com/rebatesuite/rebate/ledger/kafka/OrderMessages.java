package com.rebatesuite.rebate.ledger.kafka;

import static java.util.Objects.requireNonNull;

import com.rebatesuite.platform.event.CloudEvent;
import com.rebatesuite.rebate.ledger.Input;
import com.rebatesuite.rebate.ledger.Input.AmendedLine;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the ledger needs of what happens to an order after it was paid. */
final class OrderMessages {

    private OrderMessages() {}

    /** order-completed.v1, order-cancelled.v1 and rebate-settled.v1: which order of whom. */
    record Ended(String orderId, String userId) {

        public Ended {
            requireNonNull(orderId, "order_id");
            requireNonNull(userId, "user_id");
        }

        static Input completed(CloudEvent<Ended> event) {
            return new Input.OrderCompleted(
                    Causes.of(event), event.data().userId(), event.data().orderId());
        }

        static Input cancelled(CloudEvent<Ended> event) {
            return new Input.OrderCancelled(
                    Causes.of(event), event.data().userId(), event.data().orderId());
        }

        static Input settled(CloudEvent<Ended> event) {
            return new Input.RebateSettled(
                    Causes.of(event), event.data().userId(), event.data().orderId());
        }
    }

    /** order-delivered.v1. */
    record Delivered(String orderId, String userId, Instant returnWindowEndsAt) {

        public Delivered {
            requireNonNull(orderId, "order_id");
            requireNonNull(userId, "user_id");
            requireNonNull(returnWindowEndsAt, "return_window_ends_at");
        }

        static Input input(CloudEvent<Delivered> event) {
            var data = event.data();
            return new Input.OrderDelivered(Causes.of(event), data.userId(), data.orderId(), data.returnWindowEndsAt());
        }
    }

    /** rebate-amended.v1. */
    record Amended(String amendmentId, String orderId, String userId, List<Line> lines, String reason) {

        public Amended {
            requireNonNull(amendmentId, "amendment_id");
            requireNonNull(orderId, "order_id");
            requireNonNull(userId, "user_id");
            lines = List.copyOf(requireNonNull(lines, "lines"));
            requireNonNull(reason, "reason");
        }

        static Input input(CloudEvent<Amended> event) {
            var data = event.data();
            return new Input.RebateAmended(
                    Causes.of(event),
                    data.userId(),
                    data.orderId(),
                    data.amendmentId(),
                    data.lines().stream().map(Line::amended).toList(),
                    data.reason());
        }

        record Line(int line, MoneyMessage base) {

            public Line {
                requireNonNull(base, "base");
            }

            AmendedLine amended() {
                return new AmendedLine(line, base.currency(), base.minor());
            }
        }
    }

    /** rebate-rejected.v1. */
    record Rejected(
            String rejectionId,
            String orderId,
            String userId,
            @Nullable List<Integer> lines,
            String reason) {

        public Rejected {
            requireNonNull(rejectionId, "rejection_id");
            requireNonNull(orderId, "order_id");
            requireNonNull(userId, "user_id");
            requireNonNull(reason, "reason");
        }

        static Input input(CloudEvent<Rejected> event) {
            var data = event.data();
            return new Input.RebateRejected(
                    Causes.of(event), data.userId(), data.orderId(), data.rejectionId(), data.lines(), data.reason());
        }
    }
}
