package com.rebatesuite.order.hold;

import com.rebatesuite.order.ordering.Missing;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What inventory says about the goods of an order; the same whether it comes over HTTP or from Kafka. */
public sealed interface HoldAnswer {

    /** The order it is about. */
    UUID orderId();

    /** All goods of the order are held. */
    record Held(UUID orderId) implements HoldAnswer {}

    /** Nothing is held, for that reason; {@code missing} says what was asked and what there is. */
    record Refused(UUID orderId, String reason, List<Missing> missing) implements HoldAnswer {

        private static final String OUT_OF_STOCK = "out-of-stock";

        public Refused {
            missing = List.copyOf(missing);
        }

        /** As inventory says it, which names a reason only since there is more than one. */
        public static Refused of(UUID orderId, @Nullable String reason, List<Missing> missing) {
            return new Refused(orderId, Objects.requireNonNullElse(reason, OUT_OF_STOCK), missing);
        }
    }
}
