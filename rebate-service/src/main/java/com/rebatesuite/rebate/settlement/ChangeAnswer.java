package com.rebatesuite.rebate.settlement;

import com.rebatesuite.rebate.view.OrderView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of an amendment or a rejection of an order. */
public sealed interface ChangeAnswer {

    /** The order shows it. */
    record Changed(String id, OrderView order) implements ChangeAnswer {}

    /** The ledger will hear of it for certain. */
    record Accepted(String id, String orderId) implements ChangeAnswer {}

    /** It would come to this as the order is served now, and nothing was done. */
    record Would(String orderId, List<LineChange> lines) implements ChangeAnswer {

        public Would {
            lines = List.copyOf(lines);
        }
    }

    /** What of its rebate a line would keep. */
    record LineChange(
            int line,
            String bucket,
            String currency,
            long before,
            @Nullable Long after) {}

    /** Nothing is known of such an order. */
    record Unknown(String orderId) implements ChangeAnswer {}

    /** No partner changes what our own goods are worth. */
    record OwnGoods(String orderId) implements ChangeAnswer {}

    /** Nothing can come of the order any more. */
    record Closed(String orderId, String state) implements ChangeAnswer {}

    /** The order has no such line. */
    record NoLine(int line, int lines) implements ChangeAnswer {}

    /** Nothing can come of the line any more. */
    record LineClosed(int line) implements ChangeAnswer {}

    /** The order is in another currency. */
    record OtherCurrency(int line, String currency, String expected) implements ChangeAnswer {}
}
