package com.rebatesuite.inventory.reservation.kafka;

import com.rebatesuite.inventory.commit.StockCommand;
import com.rebatesuite.inventory.movement.Origin;
import com.rebatesuite.inventory.reservation.Asked;
import com.rebatesuite.inventory.reservation.Demand;
import com.rebatesuite.inventory.reservation.StockPolicy;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What inventory needs of the events about orders: the rest of them is none of its business. */
sealed interface OrderMessage {

    /** Who asks, in the journal. */
    String ACTOR = "order-service";

    /** What the event means to the stock. */
    StockCommand command();

    /** Of contracts/events/order-placed.v1: hold. What a partner has sold is in nobody's way here. */
    record Placed(
            UUID orderId,
            String userId,
            @Nullable String channel,
            @Nullable String stockPolicy,
            List<LineJson> lines) implements OrderMessage {

        public Placed {
            require(orderId, userId, lines);
        }

        @Override
        public StockCommand command() {
            var policy = stockPolicy == null ? StockPolicy.HOLD : StockPolicy.of(stockPolicy);
            var exempt = Objects.equals(channel, "partner");
            var asked = new Asked(userId, chosen(lines, line -> true), policy, exempt);
            return new StockCommand.Hold(orderId, asked, ACTOR);
        }
    }

    /** Of contracts/events/order-paid.v1: keep. */
    record Paid(UUID orderId, String userId, List<LineJson> lines) implements OrderMessage {

        public Paid {
            require(orderId, userId, lines);
        }

        @Override
        public StockCommand command() {
            return new StockCommand.Keep(orderId, new Asked(userId, chosen(lines, line -> true)), ACTOR);
        }
    }

    /** Of contracts/events/order-shipped.v1: commit. */
    record Shipped(UUID orderId) implements OrderMessage {
        public Shipped {
            require(orderId);
        }

        @Override
        public StockCommand command() {
            return new StockCommand.Commit(orderId, ACTOR, true);
        }
    }

    /** Of contracts/events/order-cancelled.v1 and order-expired.v1: release. */
    record Ended(UUID orderId, String userId) implements OrderMessage {
        public Ended {
            require(orderId, userId);
        }

        @Override
        public StockCommand command() {
            return new StockCommand.Release(orderId, userId, ACTOR);
        }
    }

    /** Of contracts/events/return-received.v1: take back. */
    record Returned(UUID returnId, UUID orderId, List<LineJson> lines) implements OrderMessage {

        public Returned {
            require(returnId, orderId, lines);
        }

        @Override
        public StockCommand command() {
            var cause = "return/" + returnId;
            return new StockCommand.TakeBack(
                    new Origin(cause, cause, ACTOR),
                    orderId,
                    chosen(lines, line -> !line.isDamaged()),
                    chosen(lines, LineJson::isDamaged));
        }
    }

    /** Units of one product; the condition is said of returned ones. */
    record LineJson(String sku, long quantity, @Nullable String condition) {

        boolean isDamaged() {
            return Objects.equals(condition, "damaged");
        }

        Demand demand() {
            return Demand.of(sku, quantity);
        }
    }

    private static List<Demand> chosen(List<LineJson> lines, Predicate<LineJson> wanted) {
        return lines.stream().filter(wanted).map(LineJson::demand).toList();
    }

    private static void require(@Nullable Object... fields) {
        for (var field : fields) {
            if (field == null) {
                throw new IllegalArgumentException("field: missing (expected: order_id, user_id, lines… all said)");
            }
        }
    }
}
