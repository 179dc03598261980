package com.rebatesuite.rebate.earning;

import com.rebatesuite.rebate.rule.Rulebook.Match;
import org.jspecify.annotations.Nullable;

/** Which rules that speak of a line do apply to it, and for the others: why not, in words a shopper understands. */
final class Applying {

    private final Basket basket;
    private final Shopper shopper;
    private final long total;

    Applying(Basket basket, Shopper shopper) {
        this.basket = basket;
        this.shopper = shopper;
        this.total = basket.total();
    }

    boolean applies(Match match, BasketLine line, @Nullable Coupon coupon) {
        return appliesButForCoupon(match)
                && (!match.terms().conditions().couponRequired() || unlocks(coupon, match, line));
    }

    /** Whether nothing but a missing coupon may stand against it. */
    boolean appliesButForCoupon(Match match) {
        return inCurrency(match) && enoughSpent(match) && newEnough(match);
    }

    static boolean unlocks(@Nullable Coupon coupon, Match match, BasketLine line) {
        return coupon != null
                && match.terms().conditions().couponRequired()
                && coupon.campaignId().equals(match.ruleId())
                && fits(coupon, line);
    }

    static boolean fits(Coupon coupon, BasketLine line) {
        return coupon.category() == null || coupon.category().equals(line.category());
    }

    /** Why a rule that speaks of the line does not apply. */
    String whyNot(Match match) {
        var title = match.terms().title();
        var minSpend = match.terms().conditions().minSpend();
        if (!inCurrency(match)) {
            return title + ": only for orders in " + match.terms().currency();
        }
        if (minSpend != null && !enoughSpent(match)) {
            return title + ": only for orders of at least " + Words.money(minSpend.currency(), minSpend.minor());
        }
        return newEnough(match) ? title + ": only with a coupon" : title + ": only for a first order";
    }

    private boolean inCurrency(Match match) {
        var currency = match.terms().currency();
        return currency == null || currency.equals(basket.currency());
    }

    private boolean enoughSpent(Match match) {
        var minSpend = match.terms().conditions().minSpend();
        return minSpend == null || total >= minSpend.minor();
    }

    private boolean newEnough(Match match) {
        return !match.terms().conditions().newUsersOnly() || shopper.orders() == 0;
    }
}
