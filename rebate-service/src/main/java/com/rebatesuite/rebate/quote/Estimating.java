package com.rebatesuite.rebate.quote;

import com.rebatesuite.rebate.earning.Basket;
import com.rebatesuite.rebate.earning.BasketLine;
import com.rebatesuite.rebate.earning.Earning;
import com.rebatesuite.rebate.earning.Part;
import com.rebatesuite.rebate.earning.Shopper;
import com.rebatesuite.rebate.earning.Step;
import com.rebatesuite.rebate.rule.Conditions;
import com.rebatesuite.rebate.rule.Reward.Percent;
import com.rebatesuite.rebate.rule.RuleTerms;
import com.rebatesuite.rebate.rule.Rulebook;
import com.rebatesuite.rebate.rule.Rulebook.Match;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rules for a product that nobody has ordered yet. Counted is only what needs nothing but the product: rules with a
 * minimum order, for first orders or for coupons are told as what may bring more, and a tier counts from the lowest on.
 */
final class Estimating {

    private static final int LINE = 1;

    private final CatalogueItem item;
    private final Rulebook rules;
    private final Instant at;
    private final List<Match> speaking;

    private Estimating(CatalogueItem item, Rulebook rules, Instant at) {
        this.item = item;
        this.rules = rules;
        this.at = at;
        this.speaking = rules.matches(item.sku(), item.merchant(), item.category(), at).stream()
                .filter(match -> inCurrency(match.terms(), item.currency()))
                .toList();
    }

    static Estimate of(CatalogueItem item, Rulebook rules, Instant at) {
        return new Estimating(item, rules, at).estimate();
    }

    private Estimate estimate() {
        var line = Earning.earn(basket(), Shopper.unknown(), rule -> Long.MAX_VALUE, unconditional())
                .lines()
                .getFirst();
        if (line.parts().isEmpty()) {
            return nothing(String.valueOf(line.reason()));
        }
        var base = line.parts().getFirst();
        return speaking.stream()
                .filter(match -> isOf(base, match))
                .findFirst()
                .map(match -> estimate(base, match))
                .orElseGet(() -> nothing(told(base.steps())));
    }

    private Estimate estimate(Part base, Match match) {
        var terms = match.terms();
        var perLine = terms.caps().perLine();
        var sure = sure(match, base);
        return new Estimate(
                base.minor(),
                base.rule(),
                perLine == null ? Long.MAX_VALUE : perLine.minor(),
                sure,
                words(base, terms, sure),
                more(match));
    }

    private Estimate nothing(String why) {
        return new Estimate(0, null, Long.MAX_VALUE, true, why, more(null));
    }

    private static String words(Part base, RuleTerms terms, boolean sure) {
        var words = terms.title() + ": " + told(base.steps());
        if (terms.caps().budget() != null) {
            words += "; while the campaign's budget lasts";
        }
        return sure ? words : words + "; not promised: it depends on the whole order and the shopper's other orders";
    }

    /** Whether no order, whatever else is in it and whosoever's it is, gets less by the rules of now. */
    private boolean sure(Match winner, Part base) {
        var caps = winner.terms().caps();
        return caps.perOrder() == null
                && caps.perUser() == null
                && !mayFall(winner.terms(), base)
                && speaking.stream().noneMatch(other -> overrules(other, winner));
    }

    /** A tier may also be a lower rate. */
    private static boolean mayFall(RuleTerms terms, Part base) {
        var rule = base.rule();
        return rule != null
                && terms.reward() instanceof Percent percent
                && percent.tiers().stream().anyMatch(tier -> tier.basisPoints() < rule.rateBasisPoints());
    }

    /** A rule of higher priority decides alone, also when it gives less. */
    private static boolean overrules(Match other, Match winner) {
        return !other.terms().stackable()
                && other.terms().priority() > winner.terms().priority();
    }

    private List<String> more(@Nullable Match counted) {
        return speaking.stream()
                .filter(match -> !match.equals(counted))
                .filter(match -> match.terms().stackable() || !unconditional(match))
                .map(match -> match.terms().title())
                .sorted()
                .toList();
    }

    private Rulebook unconditional() {
        var counted = speaking.stream()
                .filter(Estimating::unconditional)
                .flatMap(match -> rules.rule(match.ruleId()).stream())
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
        return new Rulebook(counted);
    }

    private static boolean unconditional(Match match) {
        return match.terms().conditions().equals(Conditions.NONE);
    }

    private static boolean isOf(Part base, Match match) {
        var rule = base.rule();
        return rule != null
                && rule.ruleId().equals(match.ruleId())
                && rule.version() == match.version().version();
    }

    private static boolean inCurrency(RuleTerms terms, String currency) {
        return terms.currency() == null || terms.currency().equals(currency);
    }

    private Basket basket() {
        var line = new BasketLine(LINE, item.sku(), item.category(), item.merchant(), 1, item.price(), null);
        return new Basket("quote", at, item.currency(), List.of(line));
    }

    private static String told(List<Step> steps) {
        return steps.stream().map(Step::detail).collect(Collectors.joining("; "));
    }
}
