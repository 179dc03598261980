package com.rebatesuite.rebate.earning;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the rules have to know about a shopper. Amounts in minor units; what is older than 13 months is forgotten.
 *
 * @param orders how many orders earned before
 * @param spentByMonth by {@code 2026-01/GBP}
 * @param usedByCap by {@code ruleId/period/currency}; a period is a day, month or year as in ISO 8601, or {@code ever}
 * @param coupons not yet used
 */
public record Shopper(long orders, Map<String, Long> spentByMonth, Map<String, Long> usedByCap, List<Coupon> coupons) {

    /** Every order looks at all of them. */
    public static final int MOST_COUPONS = 100;

    private static final int MONTHS = 13;

    public Shopper {
        spentByMonth = Map.copyOf(spentByMonth);
        usedByCap = Map.copyOf(usedByCap);
        coupons = List.copyOf(coupons);
    }

    /** Somebody of whom nothing is known. */
    public static Shopper unknown() {
        return new Shopper(0, Map.of(), Map.of(), List.of());
    }

    /** The key of what was spent in the month (UTC) of that order. */
    public static String monthOf(Basket basket) {
        return YearMonth.from(basket.occurredAt().atOffset(ZoneOffset.UTC)) + "/" + basket.currency();
    }

    /** The shopper after an order. */
    public Shopper after(Basket basket, Earned earned) {
        var spent = new HashMap<>(spentByMonth);
        spent.merge(monthOf(basket), basket.total(), Math::addExact);
        var used = new HashMap<>(usedByCap);
        earned.usedByCap().forEach((cap, minor) -> used.merge(cap, minor, Math::addExact));
        var left = coupons.stream()
                .filter(coupon -> !earned.couponsUsed().contains(coupon.couponId()))
                .toList();
        return pruned(new Shopper(orders + 1, spent, used, left), basket);
    }

    /** With one more coupon. */
    public Shopper holding(Coupon coupon) {
        var more = new ArrayList<>(coupons);
        more.add(coupon);
        return new Shopper(orders, spentByMonth, usedByCap, more);
    }

    /** Without that coupon, if it was there. */
    public Shopper without(String couponId) {
        return new Shopper(
                orders,
                spentByMonth,
                usedByCap,
                coupons.stream()
                        .filter(coupon -> !coupon.couponId().equals(couponId))
                        .toList());
    }

    private static Shopper pruned(Shopper shopper, Basket basket) {
        var oldest = YearMonth.from(basket.occurredAt().atOffset(ZoneOffset.UTC))
                .minusMonths(MONTHS - 1)
                .toString();
        return new Shopper(
                shopper.orders,
                recent(shopper.spentByMonth, oldest),
                recent(shopper.usedByCap, oldest),
                shopper.coupons);
    }

    private static Map<String, Long> recent(Map<String, Long> amounts, String oldest) {
        var recent = new HashMap<>(amounts);
        recent.keySet().removeIf(key -> before(period(key), oldest));
        return recent;
    }

    /** The last but one field: a rule id in front of it may hold what it likes. */
    private static String period(String key) {
        var upToPeriod = key.substring(0, key.lastIndexOf('/'));
        return upToPeriod.substring(upToPeriod.lastIndexOf('/') + 1);
    }

    /** As text: a year is compared as a year, a day by its month, and {@code ever} comes after every number. */
    private static boolean before(String period, String oldest) {
        return period.compareTo(oldest.substring(0, Math.min(period.length(), oldest.length()))) < 0;
    }
}
