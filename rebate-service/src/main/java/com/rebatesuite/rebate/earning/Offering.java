package com.rebatesuite.rebate.earning;

import static java.util.Objects.requireNonNull;

import com.rebatesuite.rebate.rule.Amount;
import com.rebatesuite.rebate.rule.CapPeriod;
import com.rebatesuite.rebate.rule.Caps;
import com.rebatesuite.rebate.rule.Reward.Fixed;
import com.rebatesuite.rebate.rule.Reward.Percent;
import com.rebatesuite.rebate.rule.Reward.Tier;
import com.rebatesuite.rebate.rule.Rulebook.Match;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computes one offer: rate or fixed amount, rounded once, then line cap, order cap, shopper's cap and budget. */
final class Offering {

    static final int BASIS_POINTS = 10_000;

    private final Basket basket;
    private final BasketLine line;
    private final Match match;
    private final Tally tally;
    private final List<Step> steps = new ArrayList<>(3);
    private int rateBasisPoints;
    private long minor;

    private Offering(Basket basket, BasketLine line, Match match, Tally tally) {
        this.basket = basket;
        this.line = line;
        this.match = match;
        this.tally = tally;
    }

    /** What the rule gives the line after those before it. */
    static Offer of(Match match, Basket basket, BasketLine line, Shopper shopper, Tally tally) {
        var offering = new Offering(basket, line, match, tally);
        switch (match.terms().reward()) {
            case Percent percent -> offering.percent(percent, shopper);
            case Fixed fixed -> offering.fixed(fixed.perUnit().minor());
        }
        return offering.capped().budgeted();
    }

    /** What a quote promised, whatever has become of the rule since; but not more than the campaign has. */
    static Offer promised(Promise promise, Match match, Basket basket, BasketLine line, Tally tally) {
        var offering = new Offering(basket, line, match, tally);
        offering.promise(promise);
        return offering.budgeted();
    }

    private void percent(Percent percent, Shopper shopper) {
        if (percent.tiers().isEmpty()) {
            rate(percent.basisPoints());
            return;
        }
        var month = Shopper.monthOf(basket);
        long spent = shopper.spentByMonth().getOrDefault(month, 0L);
        var tier = reached(percent.tiers(), spent);
        rate(tier == null ? percent.basisPoints() : tier.basisPoints());
        if (tier != null) {
            steps.addFirst(new Step("tier", words(tier, spent, month), minor));
        }
    }

    private void rate(int basisPoints) {
        rateBasisPoints = basisPoints;
        minor = HalfEven.share(line.base(), basisPoints, BASIS_POINTS);
        steps.add(new Step("rate", Words.rate(line.base(), basisPoints, minor), minor));
    }

    private static @Nullable Tier reached(List<Tier> tiers, long spent) {
        Tier reached = null;
        for (var tier : tiers) {
            reached = spent >= tier.from().minor() ? tier : reached;
        }
        return reached;
    }

    private static String words(Tier tier, long spent, String month) {
        return "%d spent in %s before, %s from %d on"
                .formatted(
                        spent,
                        month.substring(0, month.indexOf('/')),
                        Words.percent(tier.basisPoints()),
                        tier.from().minor());
    }

    private void fixed(long perUnit) {
        minor = Math.multiplyExact(perUnit, (long) line.quantity());
        steps.add(new Step("fixed", perUnit + " x " + line.quantity() + " = " + minor, minor));
    }

    private void promise(Promise promise) {
        rateBasisPoints = match.version().rateBasisPoints();
        minor = Math.multiplyExact(promise.minorPerUnit(), (long) line.quantity());
        steps.add(new Step(
                "quote",
                "quote %s promised %d x %d = %d"
                        .formatted(promise.quoteId(), promise.minorPerUnit(), line.quantity(), minor),
                minor));
    }

    private Offering capped() {
        var caps = caps();
        if (caps.perLine() != null) {
            atMost(caps.perLine().minor(), 0, "line-cap", "a line");
        }
        if (caps.perOrder() != null) {
            atMost(caps.perOrder().minor(), tally.earnedInOrder(match.ruleId()), "order-cap", "an order");
        }
        if (caps.perUser() != null) {
            var period = requireNonNull(caps.period());
            atMost(caps.perUser().minor(), tally.usedOfCap(requireNonNull(cap())), "user-cap", when(period));
        }
        return this;
    }

    private void atMost(long limit, long before, String step, String forWhat) {
        long left = Math.max(0, limit - before);
        if (minor > left) {
            var used = before == 0 ? "" : ", " + before + " before";
            var words = "at most " + limit + " " + forWhat + used + ": " + minor + " -> " + left;
            minor = left;
            steps.add(new Step(step, words, minor));
        }
    }

    private String when(CapPeriod period) {
        var name = period.of(basket.occurredAt());
        return switch (period) {
            case DAY -> "on " + name;
            case MONTH, YEAR -> "in " + name;
            case EVER -> name;
        };
    }

    private Offer budgeted() {
        long wanted = minor;
        var budget = caps().budget();
        if (budget != null && minor > 0) {
            spendAtMost(tally.leftOfBudget(match.ruleId()), budget);
        }
        return new Offer(match, rateBasisPoints, minor, wanted, cap(), budget != null, steps);
    }

    private void spendAtMost(long left, Amount budget) {
        if (minor > left) {
            var words = "%d left of the campaign's %d: %d -> %d".formatted(left, budget.minor(), minor, left);
            minor = left;
            steps.add(new Step("budget", words, minor));
        }
    }

    private Caps caps() {
        return match.terms().caps();
    }

    private @Nullable String cap() {
        var period = caps().period();
        return period == null ? null : match.ruleId() + "/" + period.of(basket.occurredAt()) + "/" + basket.currency();
    }
}
