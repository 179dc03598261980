package com.rebatesuite.rebate.earning;

import com.rebatesuite.rebate.rule.Rulebook;
import com.rebatesuite.rebate.rule.Rulebook.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an order earns. Per line: the best of the rules that compete is the base, rules that stack and a coupon add bonuses
 * on top. The lines are worked through in their order, each finds what those before have left of caps and budgets.
 */
public final class Earning {

    private final Basket basket;
    private final Shopper shopper;
    private final Rulebook rules;
    private final Tally tally;
    private final Applying applying;
    private final List<List<Match>> matches;
    private final @Nullable Coupon coupon;

    private Earning(Basket basket, Shopper shopper, Budgets budgets, Rulebook rules) {
        this.basket = basket;
        this.shopper = shopper;
        this.rules = rules;
        this.tally = new Tally(shopper, budgets);
        this.applying = new Applying(basket, shopper);
        this.matches = matches(basket, rules);
        this.coupon = CouponChoice.of(basket, shopper, applying, matches);
    }

    /**
     * Decides, and changes nothing. When a budget has not enough at hand, {@code missing} says how much more would be taken.
     *
     * @throws ArithmeticException when amounts do not fit
     */
    public static Earned earn(Basket basket, Shopper shopper, Budgets budgets, Rulebook rules) {
        return new Earning(basket, shopper, budgets, rules).earn();
    }

    private static List<List<Match>> matches(Basket basket, Rulebook rules) {
        var matches = new ArrayList<List<Match>>(basket.lines().size());
        for (var line : basket.lines()) {
            var ofLine = rules.matches(line.sku(), line.merchant(), line.category(), basket.occurredAt());
            ofLine.sort(BestOf.RANK);
            matches.add(ofLine);
        }
        return matches;
    }

    private Earned earn() {
        var lines = new ArrayList<EarnedLine>(matches.size());
        for (int i = 0; i < matches.size(); i++) {
            lines.add(earn(basket.lines().get(i), matches.get(i)));
        }
        var used = coupon != null && CouponUse.broughtAnything(lines);
        return new Earned(
                used ? lines : CouponUse.without(lines),
                tally.drawn(),
                tally.missing(),
                tally.usedByCap(),
                used && coupon != null ? Set.of(coupon.couponId()) : Set.of());
    }

    private EarnedLine earn(BasketLine line, List<Match> matching) {
        var competing = new ArrayList<Match>(matching.size());
        var stacking = new ArrayList<Match>(0);
        for (var match : matching) {
            if (applying.applies(match, line, coupon)) {
                (match.terms().stackable() ? stacking : competing).add(match);
            }
        }
        var parts = new ArrayList<Part>(1);
        addBase(line, competing, parts);
        stacking.forEach(match -> addBonus(line, match, parts));
        addCoupon(line, parts);
        return explained(line, matching, parts);
    }

    private void addBase(BasketLine line, List<Match> competing, List<Part> parts) {
        var competition = BestOf.of(competing, match -> Offering.of(match, basket, line, shopper, tally));
        challengeByPromise(line, competition);
        competition.cutShort().forEach(tally::miss);
        var best = competition.best();
        if (best != null) {
            tally.take(best);
            parts.add(best.part(Role.BASE, couponOf(best.match())));
        }
    }

    private void challengeByPromise(BasketLine line, BestOf competition) {
        var promise = line.promise();
        if (promise != null) {
            rules.version(promise.ruleId(), promise.ruleVersion())
                    .map(version -> new Match(promise.ruleId(), version))
                    .map(match -> Offering.promised(promise, match, basket, line, tally))
                    .ifPresent(competition::ask);
        }
    }

    private void addBonus(BasketLine line, Match match, List<Part> parts) {
        var offer = Offering.of(match, basket, line, shopper, tally);
        if (offer.wanted() > offer.minor()) {
            tally.miss(offer);
        }
        tally.take(offer);
        parts.add(offer.part(Role.BONUS, couponOf(match)));
    }

    private void addCoupon(BasketLine line, List<Part> parts) {
        if (coupon == null || coupon.bonusBasisPoints() == 0 || !Applying.fits(coupon, line)) {
            return;
        }
        long minor = CouponChoice.bonus(coupon, line);
        var words = "coupon " + coupon.couponId() + ": " + Words.rate(line.base(), coupon.bonusBasisPoints(), minor);
        parts.add(new Part(Role.BONUS, null, coupon.couponId(), minor, List.of(new Step("coupon", words, minor))));
    }

    private @Nullable String couponOf(Match match) {
        return coupon != null && match.terms().conditions().couponRequired() ? coupon.couponId() : null;
    }

    /** Nothing is an answer too: in its own words, or as a base of zero when there are bonuses. */
    private EarnedLine explained(BasketLine line, List<Match> matching, List<Part> parts) {
        var refused = line.refusedQuote();
        if (parts.isEmpty()) {
            var reason = whyNothing(line, matching);
            return new EarnedLine(line.line(), List.of(), refused == null ? reason : refused + "; " + reason);
        }
        if (parts.getFirst().role() == Role.BONUS) {
            var nothing = new Step("no-rule", whyNothing(line, matching), 0);
            parts.addFirst(new Part(Role.BASE, null, null, 0, List.of(nothing)));
        }
        if (refused != null) {
            parts.set(0, parts.getFirst().told("quote-refused", refused));
        }
        return new EarnedLine(line.line(), parts, null);
    }

    private String whyNothing(BasketLine line, List<Match> matching) {
        var reasons = matching.stream()
                .filter(match -> !applying.applies(match, line, coupon))
                .map(applying::whyNot)
                .collect(Collectors.joining("; "));
        return reasons.isEmpty()
                ? "no rule for merchant " + line.merchant() + ", category " + line.category()
                : reasons;
    }
}
