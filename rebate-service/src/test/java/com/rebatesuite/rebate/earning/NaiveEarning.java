package com.rebatesuite.rebate.earning;

import static java.math.BigDecimal.ZERO;
import static java.math.RoundingMode.HALF_EVEN;

import com.rebatesuite.rebate.rule.Amount;
import com.rebatesuite.rebate.rule.RebateRule;
import com.rebatesuite.rebate.rule.Reward;
import com.rebatesuite.rebate.rule.RuleTerms;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an order should earn, worked out from the rules as they are written: looks at every rule for every line, in decimal
 * numbers, and shares nothing with {@link Earning} but the records it reads.
 */
final class NaiveEarning {

    private final Basket basket;
    private final Shopper shopper;
    private final Map<String, Long> budgets;
    private final List<RebateRule> rules;
    private final Map<String, BigDecimal> inOrder = new TreeMap<>();
    private final Map<String, BigDecimal> caps = new TreeMap<>();
    private final Map<String, BigDecimal> spent = new TreeMap<>();
    private final Map<String, BigDecimal> missing = new TreeMap<>();
    private final List<String> parts = new ArrayList<>();
    private final TreeSet<String> couponsThatPaid = new TreeSet<>();
    private @Nullable Coupon coupon;

    NaiveEarning(Basket basket, Shopper shopper, Map<String, Long> budgets, List<RebateRule> rules) {
        this.basket = basket;
        this.shopper = shopper;
        this.budgets = budgets;
        this.rules = rules;
    }

    /** One word per part: line, role, rule or coupon, amount. */
    List<String> parts() {
        return parts;
    }

    Map<String, BigDecimal> spent() {
        return spent;
    }

    Map<String, BigDecimal> missing() {
        return missing;
    }

    Map<String, BigDecimal> caps() {
        return caps;
    }

    Set<String> couponsUsed() {
        return couponsThatPaid;
    }

    NaiveEarning work() {
        coupon = firstUseful();
        for (var line : basket.lines()) {
            var base = base(line);
            var bonuses = new ArrayList<String>();
            for (var rule : stacking(line)) {
                var wanted = beforeBudget(rule, line);
                var given = afterBudget(rule, wanted);
                add(missing, rule.id, wanted.subtract(given));
                take(rule, given);
                bonuses.add(line.line() + " bonus " + rule.id + " " + given);
            }
            var bonus = couponBonus(coupon, line);
            if (coupon != null && coupon.bonusBasisPoints() > 0 && fits(coupon, line)) {
                bonuses.add(line.line() + " bonus coupon " + bonus);
                paid(coupon.couponId(), bonus);
            }
            if (base == null && !bonuses.isEmpty()) {
                parts.add(line.line() + " base none 0");
            }
            if (base != null) {
                parts.add(base);
            }
            parts.addAll(bonuses);
        }
        return this;
    }

    /** Sorted by priority; the best of the first that pays anything. Else the best of the very first. */
    private @Nullable String base(BasketLine line) {
        var all =
                applying(line).stream().filter(rule -> !rule.terms.stackable()).toList();
        var priorities = new TreeSet<Integer>(Comparator.reverseOrder());
        all.forEach(rule -> priorities.add(rule.terms.priority()));
        var asked = new ArrayList<Named>();
        Named winner = null;
        for (int priority : priorities) {
            var group = all.stream()
                    .filter(rule -> rule.terms.priority() == priority)
                    .toList();
            asked.addAll(group);
            var best = group.stream()
                    .max(Comparator.<Named, BigDecimal>comparing(rule -> afterBudget(rule, beforeBudget(rule, line)))
                            .thenComparingInt(NaiveEarning::specific)
                            .thenComparing(rule -> rule.id, Comparator.reverseOrder()))
                    .orElseThrow();
            winner = winner == null || given(best, line).signum() > 0 ? best : winner;
            if (given(winner, line).signum() > 0) {
                break;
            }
        }
        var won = winner == null ? ZERO : given(winner, line);
        for (var rule : asked) {
            var wanted = beforeBudget(rule, line);
            if (wanted.compareTo(won) > 0) {
                add(missing, rule.id, wanted.subtract(given(rule, line)));
            }
        }
        if (winner == null) {
            return null;
        }
        take(winner, won);
        return line.line() + " base " + winner.id + " " + won;
    }

    private BigDecimal given(Named rule, BasketLine line) {
        return afterBudget(rule, beforeBudget(rule, line));
    }

    private BigDecimal beforeBudget(Named rule, BasketLine line) {
        var terms = rule.terms;
        var amount = switch (terms.reward()) {
            case Reward.Fixed fixed ->
                BigDecimal.valueOf(fixed.perUnit().minor()).multiply(BigDecimal.valueOf(line.quantity()));
            case Reward.Percent percent -> share(line.base(), rateOf(percent));
        };
        amount = least(amount, terms.caps().perLine(), ZERO);
        amount = least(amount, terms.caps().perOrder(), inOrder.getOrDefault(rule.id, ZERO));
        var key = capKey(rule);
        if (key != null) {
            var before = BigDecimal.valueOf(shopper.usedByCap().getOrDefault(key, 0L))
                    .add(caps.getOrDefault(key, ZERO));
            amount = least(amount, terms.caps().perUser(), before);
        }
        return amount;
    }

    private BigDecimal afterBudget(Named rule, BigDecimal wanted) {
        if (rule.terms.caps().budget() == null) {
            return wanted;
        }
        var left = BigDecimal.valueOf(Objects.requireNonNull(budgets.get(rule.id)))
                .subtract(spent.getOrDefault(rule.id, ZERO));
        return wanted.min(left);
    }

    private int rateOf(Reward.Percent percent) {
        var month = DateTimeFormatter.ofPattern("yyyy-MM")
                .format(basket.occurredAt().atZone(ZoneOffset.UTC));
        long before = shopper.spentByMonth().getOrDefault(month + "/" + basket.currency(), 0L);
        return percent.tiers().stream()
                .filter(tier -> tier.from().minor() <= before)
                .max(Comparator.comparingLong(tier -> tier.from().minor()))
                .map(Reward.Tier::basisPoints)
                .orElse(percent.basisPoints());
    }

    private void take(Named rule, BigDecimal amount) {
        add(inOrder, rule.id, amount);
        var key = capKey(rule);
        if (key != null) {
            add(caps, key, amount);
        }
        if (rule.terms.caps().budget() != null) {
            add(spent, rule.id, amount);
        }
        if (rule.terms.conditions().couponRequired() && coupon != null) {
            paid(coupon.couponId(), amount);
        }
    }

    private void paid(String couponId, BigDecimal amount) {
        if (amount.signum() > 0) {
            couponsThatPaid.add(couponId);
        }
    }

    private @Nullable String capKey(Named rule) {
        var period = rule.terms.caps().period();
        if (period == null) {
            return null;
        }
        var pattern = switch (period) {
            case DAY -> "yyyy-MM-dd";
            case MONTH -> "yyyy-MM";
            case YEAR -> "yyyy";
            case EVER -> "'ever'";
        };
        var time =
                DateTimeFormatter.ofPattern(pattern).format(basket.occurredAt().atZone(ZoneOffset.UTC));
        return rule.id + "/" + time + "/" + basket.currency();
    }

    private List<Named> stacking(BasketLine line) {
        return applying(line).stream()
                .filter(rule -> rule.terms.stackable())
                .sorted(Comparator.<Named>comparingInt(rule -> -rule.terms.priority())
                        .thenComparingInt(rule -> -specific(rule))
                        .thenComparing(rule -> rule.id))
                .toList();
    }

    private List<Named> applying(BasketLine line) {
        return speaking(line).stream()
                .filter(rule -> !rule.terms.conditions().couponRequired() || unlocked(rule, coupon, line))
                .toList();
    }

    private List<Named> speaking(BasketLine line) {
        return rules.stream()
                .flatMap(rule -> inForce(rule).map(terms -> new Named(rule.ruleId(), terms)).stream())
                .filter(rule -> same(rule.terms.scope().sku(), line.sku())
                        && same(rule.terms.scope().merchant(), line.merchant())
                        && same(rule.terms.scope().category(), line.category()))
                .filter(rule -> same(rule.terms.currency(), basket.currency()))
                .filter(rule -> {
                    var minimum = rule.terms.conditions().minSpend();
                    long total =
                            basket.lines().stream().mapToLong(BasketLine::base).sum();
                    return minimum == null || total >= minimum.minor();
                })
                .filter(rule -> !rule.terms.conditions().newUsersOnly() || shopper.orders() == 0)
                .toList();
    }

    private Optional<RuleTerms> inForce(RebateRule rule) {
        RuleTerms found = null;
        for (var version : rule.versions()) {
            found = version.terms().validFrom().isAfter(basket.occurredAt()) ? found : version.terms();
        }
        return Optional.ofNullable(found)
                .filter(RuleTerms::active)
                .filter(terms ->
                        terms.validUntil() == null || basket.occurredAt().isBefore(terms.validUntil()));
    }

    private @Nullable Coupon firstUseful() {
        return shopper.coupons().stream()
                .filter(candidate -> !candidate.validFrom().isAfter(basket.occurredAt()))
                .filter(candidate -> candidate.validUntil().isAfter(basket.occurredAt()))
                .filter(candidate -> basket.lines().stream()
                        .anyMatch(line -> couponBonus(candidate, line).signum() > 0
                                || speaking(line).stream().anyMatch(rule -> unlocked(rule, candidate, line))))
                .min(Comparator.comparing(Coupon::validUntil).thenComparing(Coupon::couponId))
                .orElse(null);
    }

    private static boolean unlocked(Named rule, @Nullable Coupon coupon, BasketLine line) {
        return rule.terms.conditions().couponRequired()
                && coupon != null
                && coupon.campaignId().equals(rule.id)
                && fits(coupon, line);
    }

    private static BigDecimal couponBonus(@Nullable Coupon coupon, BasketLine line) {
        return coupon == null || !fits(coupon, line) ? ZERO : share(line.base(), coupon.bonusBasisPoints());
    }

    private static boolean fits(Coupon coupon, BasketLine line) {
        return same(coupon.category(), line.category());
    }

    private static boolean same(@Nullable String wanted, String there) {
        return wanted == null || wanted.equals(there);
    }

    private static BigDecimal share(long base, int basisPoints) {
        return BigDecimal.valueOf(base)
                .multiply(BigDecimal.valueOf(basisPoints))
                .movePointLeft(4)
                .setScale(0, HALF_EVEN);
    }

    private static BigDecimal least(BigDecimal amount, @Nullable Amount limit, BigDecimal before) {
        return limit == null
                ? amount
                : amount.min(BigDecimal.valueOf(limit.minor()).subtract(before).max(ZERO));
    }

    /** sku, then merchant and category, then merchant, then category, then all. */
    private static int specific(Named rule) {
        var scope = rule.terms.scope();
        return Integer.parseInt(
                (scope.sku() == null ? "0" : "1")
                        + (scope.merchant() == null ? "0" : "1")
                        + (scope.category() == null ? "0" : "1"),
                2);
    }

    private static void add(Map<String, BigDecimal> sums, String key, BigDecimal amount) {
        if (amount.signum() != 0) {
            sums.merge(key, amount, BigDecimal::add);
        }
    }

    private record Named(String id, RuleTerms terms) {}
}
