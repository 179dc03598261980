package com.rebatesuite.order.partner;

import com.rebatesuite.order.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what a partner states into what we may rely on, or throws {@link BadItem}. Everything has a limit. */
final class Stated {

    static final int TEXT = 200;
    private static final int SKU = 64;
    private static final int LINES = 2_000;
    private static final int QUANTITY = 1_000_000;
    private static final int PRICE_DIGITS = 18;
    private static final int PRICE_DECIMALS = 6;
    private static final Duration SKEW = Duration.ofMinutes(5);

    private Stated() {}

    static String text(String code, String field, @Nullable String stated) {
        if (stated == null || stated.isBlank() || stated.length() > TEXT || stated.indexOf('\0') >= 0) {
            throw new BadItem(code, field, String.valueOf(stated), "1.." + TEXT + " characters");
        }
        return stated;
    }

    static String sku(String field, @Nullable String stated) {
        if (stated != null && stated.length() > SKU) {
            throw new BadItem("bad-sku", field, stated, "1.." + SKU + " characters");
        }
        return text("bad-sku", field, stated);
    }

    static String textOr(String otherwise, String code, String field, @Nullable String stated) {
        return stated == null || stated.isBlank() ? otherwise : text(code, field, stated);
    }

    static Instant past(@Nullable Instant stated, Instant now) {
        if (stated == null || stated.isAfter(now.plus(SKEW))) {
            throw new BadItem("bad-occurred-at", "occurred_at", String.valueOf(stated), "a time in the past");
        }
        return stated;
    }

    static String currency(@Nullable String stated) {
        if (stated == null || !Money.isCurrency(stated)) {
            throw new BadItem("bad-currency", "currency", String.valueOf(stated), "an ISO 4217 code");
        }
        return stated;
    }

    static int quantity(String field, @Nullable Integer stated) {
        if (stated == null || stated < 1 || stated > QUANTITY) {
            throw new BadItem("bad-quantity", field, String.valueOf(stated), "1.." + QUANTITY);
        }
        return stated;
    }

    static BigDecimal price(String field, @Nullable BigDecimal stated) {
        if (stated == null
                || stated.signum() <= 0
                || stated.precision() > PRICE_DIGITS
                || stated.scale() > PRICE_DECIMALS
                || stated.scale() < -PRICE_DIGITS) {
            throw new BadItem("bad-price", field, String.valueOf(stated), "> 0, " + PRICE_DECIMALS + " decimals");
        }
        return stated;
    }

    /** An amount that may be absent or 0, which is the same. */
    static BigDecimal amount(String code, String field, @Nullable BigDecimal stated) {
        if (stated == null || stated.signum() == 0) {
            return BigDecimal.ZERO;
        }
        if (stated.signum() < 0
                || stated.precision() > PRICE_DIGITS
                || stated.scale() > PRICE_DECIMALS
                || stated.scale() < -PRICE_DIGITS) {
            throw new BadItem(code, field, String.valueOf(stated), ">= 0, " + PRICE_DECIMALS + " decimals");
        }
        return stated;
    }

    static <T> List<T> lines(@Nullable List<T> stated) {
        if (stated == null || stated.isEmpty() || stated.size() > LINES) {
            throw new BadItem("bad-lines", "lines", stated == null ? "none" : stated.size(), "1.." + LINES + " lines");
        }
        return stated;
    }
}
