package com.rebatesuite.order.ordering.kafka;

import com.rebatesuite.order.Money;
import org.jspecify.annotations.Nullable;

/** Amounts that are said only where there are any: most orders have neither voucher nor shipping. */
final class AmountMessage {

    private AmountMessage() {}

    static @Nullable Money unlessZero(Money amount) {
        return amount.minor() == 0 ? null : amount;
    }
}
