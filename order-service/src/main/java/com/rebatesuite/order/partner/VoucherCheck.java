package com.rebatesuite.order.partner;

import com.rebatesuite.order.Money;
import com.rebatesuite.order.ordering.OrderLine;
import com.rebatesuite.order.ordering.VoucherShares;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a partner's order has beside its lines: a voucher off all of them, and shipping on top. */
final class VoucherCheck {

    /** Far more than sending anything costs; with it no total of countable lines gets too large. */
    static final long MOST_SHIPPING = 1_000_000_000_000L;

    private VoucherCheck() {}

    static List<OrderLine> lowered(List<OrderLine> lines, @Nullable BigDecimal voucher) {
        var currency = lines.getFirst().amount().currency();
        var off = minor("bad-voucher", "voucher", currency, voucher);
        var most = lines.stream().mapToLong(line -> line.amount().minor()).sum();
        if (off > most) {
            throw new BadItem("bad-voucher", "voucher", String.valueOf(voucher), "at most the sum of the lines");
        }
        return VoucherShares.spread(off, lines);
    }

    static long shipping(String currency, @Nullable BigDecimal shipping) {
        var minor = minor("bad-shipping", "shipping", currency, shipping);
        if (minor > MOST_SHIPPING) {
            throw new BadItem(
                    "bad-shipping", "shipping", String.valueOf(shipping), "at most " + MOST_SHIPPING + " minor units");
        }
        return minor;
    }

    private static long minor(String code, String field, String currency, @Nullable BigDecimal stated) {
        try {
            return Money.ofMajor(currency, Stated.amount(code, field, stated)).minor();
        } catch (ArithmeticException tooMuch) {
            throw new BadItem(code, field, String.valueOf(stated), "an amount that can be counted");
        }
    }
}
