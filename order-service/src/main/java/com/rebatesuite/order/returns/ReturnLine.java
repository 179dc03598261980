package com.rebatesuite.order.returns;

import com.rebatesuite.order.Money;
import org.jspecify.annotations.Nullable;

/** Units of one order line in a return, with what they give back; the condition is known once they are received. */
public record ReturnLine(
        int line,
        String sku,
        int quantity,
        Money refund,
        @Nullable Condition condition) {

    ReturnLine in(Condition found) {
        return new ReturnLine(line, sku, quantity, refund, found);
    }
}
