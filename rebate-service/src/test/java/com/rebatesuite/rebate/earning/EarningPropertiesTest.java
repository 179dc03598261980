package com.rebatesuite.rebate.earning;

import static com.rebatesuite.rebate.rule.RuleFixture.JANUARY;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.rebate.rule.CapPeriod;
import com.rebatesuite.rebate.rule.RebateRule;
import com.rebatesuite.rebate.rule.RuleFixture;
import com.rebatesuite.rebate.rule.RuleFixture.Draft;
import com.rebatesuite.rebate.rule.Rulebook;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the rules are and whoever orders what: the same as a naive reckoning, and never beyond a limit. */
class EarningPropertiesTest {

    private static final int ORDERS = 60;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 120);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void earnsWhatANaiveReckoningEarns(long seed) {
        var shop = new Shop(seed);
        for (int i = 0; i < ORDERS; i++) {
            var basket = shop.basket();
            var naive = new NaiveEarning(basket, shop.shopper, shop.budgets, shop.rules).work();

            var earned = Earning.earn(basket, shop.shopper, shop::left, shop.book);

            assertThat(parts(earned)).isEqualTo(naive.parts());
            assertThat(decimals(earned.drawn())).isEqualTo(naive.spent());
            assertThat(decimals(earned.missing())).isEqualTo(naive.missing());
            assertThat(decimals(earned.usedByCap())).isEqualTo(naive.caps());
            assertThat(earned.couponsUsed()).isEqualTo(naive.couponsUsed());
            shop.book(basket, earned);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neverExceedsACap(long seed) {
        var shop = new Shop(seed);
        for (int i = 0; i < ORDERS; i++) {
            var basket = shop.basket();
            var earned = shop.order(basket);

            var inOrder = new HashMap<String, Long>();
            earned.lines().stream().flatMap(line -> line.parts().stream()).forEach(part -> {
                var rule = part.rule();
                if (rule != null) {
                    var caps = shop.book
                            .version(rule.ruleId(), rule.version())
                            .orElseThrow()
                            .terms()
                            .caps();
                    inOrder.merge(rule.ruleId(), part.minor(), Math::addExact);
                    assertThat(caps.perLine() == null
                                    || part.minor() <= caps.perLine().minor())
                            .isTrue();
                    assertThat(caps.perOrder() == null
                                    || inOrder.getOrDefault(rule.ruleId(), 0L)
                                            <= caps.perOrder().minor())
                            .isTrue();
                }
            });
            shop.shopper
                    .usedByCap()
                    .forEach((key, used) -> assertThat(used).as(key).isLessThanOrEqualTo(shop.capOf(key)));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void inv14_neverSpendsMoreThanABudget(long seed) {
        var shop = new Shop(seed);
        var spent = new HashMap<String, Long>();
        for (int i = 0; i < ORDERS; i++) {
            var earned = shop.order(shop.basket());
            earned.lines().stream().flatMap(line -> line.parts().stream()).forEach(part -> {
                if (part.rule() != null) {
                    spent.merge(part.rule().ruleId(), part.minor(), Math::addExact);
                }
            });
        }

        shop.budgetsAtFirst.forEach((rule, budget) ->
                assertThat(spent.getOrDefault(rule, 0L)).as(rule).isLessThanOrEqualTo(budget));
        shop.budgets.forEach((rule, left) -> assertThat(left).as(rule).isNotNegative());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void inv12_usesEveryCouponOnceAndOneAnOrder(long seed) {
        var shop = new Shop(seed);
        var used = new HashSet<String>();
        for (int i = 0; i < ORDERS; i++) {
            var earned = shop.order(shop.basket());
            var named = new HashSet<String>();
            earned.lines().stream().flatMap(line -> line.parts().stream()).forEach(part -> {
                if (part.couponId() != null) {
                    named.add(part.couponId());
                }
            });

            assertThat(named).isEqualTo(earned.couponsUsed()).hasSizeLessThanOrEqualTo(1);
            earned.couponsUsed()
                    .forEach(coupon -> assertThat(used.add(coupon)).as(coupon).isTrue());
        }
    }

    /** Every part falls with its line: nothing is left of a bonus when nothing is left of the line. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void letsABonusFallWithItsBaseToZero(long seed) {
        var shop = new Shop(seed);
        var random = new SplittableRandom(seed);
        for (int i = 0; i < ORDERS; i++) {
            var basket = shop.basket();
            var earned = shop.order(basket);
            for (int n = 0; n < basket.lines().size(); n++) {
                long base = basket.lines().get(n).base();
                for (var part : earned.lines().get(n).parts()) {
                    long less = base == 0 ? 0 : random.nextLong(base);
                    long cut = Amending.amended(part.rule(), part.minor(), base, less, shop.book);
                    assertThat(cut).isBetween(0L, part.minor());
                    assertThat(base == 0 || Amending.amended(part.rule(), part.minor(), base, 0, shop.book) == 0)
                            .isTrue();
                    assertThat(Amending.amended(part.rule(), part.minor(), base, base, shop.book))
                            .isEqualTo(part.minor());
                }
            }
        }
    }

    /** Units come back in any portions: what is reversed up to the last one is all there was. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void leavesZeroAfterAFullReturnInAnyPortions(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 500; i++) {
            long earned = random.nextLong(1_000_000);
            int quantity = random.nextInt(1, 50);
            long reversed = 0;
            for (int back = 0; back < quantity; ) {
                back = Math.min(quantity, back + random.nextInt(1, 5));
                long soFar = HalfEven.share(earned, back, quantity);
                assertThat(soFar).isBetween(reversed, earned);
                reversed = soFar;
            }
            assertThat(reversed).isEqualTo(earned);
        }
    }

    /** The last step of every part names the amount of the part, and no step after the first raises it. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void explainsEveryAmountToTheEnd(long seed) {
        var shop = new Shop(seed);
        for (int i = 0; i < ORDERS; i++) {
            var earned = shop.order(shop.basket());
            earned.lines().stream().flatMap(line -> line.parts().stream()).forEach(part -> {
                assertThat(part.steps().getLast().minor()).isEqualTo(part.minor());
                assertThat(part.steps().stream().map(Step::minor).toList())
                        .isSortedAccordingTo((one, other) -> Long.compare(other, one));
            });
        }
    }

    private static List<String> parts(Earned earned) {
        var parts = new ArrayList<String>();
        for (var line : earned.lines()) {
            for (var part : line.parts()) {
                var rule = part.rule();
                var name = rule != null ? rule.ruleId() : part.couponId() != null ? "coupon" : "none";
                var couponOnly = part.role() == Role.BONUS && rule == null;
                parts.add(line.line() + " " + part.role() + " " + (couponOnly ? "coupon" : name) + " " + part.minor());
            }
        }
        return parts;
    }

    private static Map<String, BigDecimal> decimals(Map<String, Long> amounts) {
        var decimals = new TreeMap<String, BigDecimal>();
        amounts.forEach((key, minor) -> decimals.put(key, BigDecimal.valueOf(minor)));
        return decimals;
    }

    /** A shop with some rules, and one shopper who comes again and again. */
    private static final class Shop {

        private final SplittableRandom random;
        private final List<RebateRule> rules;
        private final Rulebook book;
        private final Map<String, Long> budgets = new HashMap<>();
        private final Map<String, Long> budgetsAtFirst;
        private Shopper shopper;
        private int orders;

        private Shop(long seed) {
            random = new SplittableRandom(seed);
            rules = IntStream.range(0, random.nextInt(1, 14))
                    .mapToObj(this::anyRule)
                    .toList();
            book = new Rulebook(rules);
            budgetsAtFirst = Map.copyOf(budgets);
            var coupons = IntStream.range(0, random.nextInt(6))
                    .mapToObj(this::anyCoupon)
                    .toList();
            shopper = new Shopper(0, Map.of(), Map.of(), coupons);
        }

        private long left(String ruleId) {
            return budgets.getOrDefault(ruleId, Long.MIN_VALUE);
        }

        private Earned order(Basket basket) {
            var earned = Earning.earn(basket, shopper, this::left, book);
            book(basket, earned);
            return earned;
        }

        private void book(Basket basket, Earned earned) {
            earned.drawn().forEach((rule, minor) -> budgets.merge(rule, -minor, Math::addExact));
            shopper = shopper.after(basket, earned);
        }

        private long capOf(String key) {
            var ruleId = key.substring(0, key.indexOf('/'));
            return rules.stream()
                    .filter(rule -> rule.ruleId().equals(ruleId))
                    .flatMap(rule -> rule.versions().stream())
                    .mapToLong(version -> {
                        var cap = version.terms().caps().perUser();
                        return cap == null ? 0 : cap.minor();
                    })
                    .max()
                    .orElseThrow();
        }

        private Basket basket() {
            var lines = IntStream.rangeClosed(1, random.nextInt(1, 6))
                    .mapToObj(this::anyLine)
                    .toList();
            var time = JANUARY.plus(Duration.ofHours(random.nextInt(24 * 70)));
            return new Basket("order-" + orders++, time, random.nextInt(8) == 0 ? "EUR" : "GBP", lines);
        }

        private BasketLine anyLine(int line) {
            return new BasketLine(
                    line,
                    "s" + random.nextInt(3),
                    "c" + random.nextInt(3),
                    "m" + random.nextInt(3),
                    random.nextInt(1, 6),
                    random.nextInt(12) == 0 ? 0 : random.nextLong(30_000),
                    null);
        }

        private Coupon anyCoupon(int number) {
            var from = JANUARY.plus(Duration.ofDays(random.nextInt(40)));
            return new Coupon(
                    "coupon-" + number,
                    "r" + random.nextInt(14),
                    "w",
                    random.nextBoolean() ? null : "c" + random.nextInt(3),
                    random.nextInt(3) == 0 ? 0 : random.nextInt(1_000),
                    from,
                    from.plus(Duration.ofDays(random.nextInt(1, 40))));
        }

        private RebateRule anyRule(int number) {
            var ruleId = "r" + number;
            // The same budget in every version, as the ledger would have taken it from the one in force.
            long budget = random.nextInt(3) == 0 ? random.nextLong(3_000) : -1;
            if (budget >= 0) {
                budgets.put(ruleId, budget);
            }
            Consumer<Draft> first = draft -> anyWording(draft, budget);
            Consumer<Draft> second = draft -> {
                anyWording(draft, budget);
                draft.from = JANUARY.plus(Duration.ofDays(random.nextInt(60)));
                draft.active = random.nextInt(4) > 0;
            };
            return random.nextInt(3) == 0 ? RuleFixture.rule(ruleId, first, second) : RuleFixture.rule(ruleId, first);
        }

        private void anyWording(Draft draft, long budget) {
            draft.sku = random.nextInt(6) == 0 ? "s" + random.nextInt(3) : null;
            draft.merchant = random.nextInt(4) == 0 ? "m" + random.nextInt(3) : null;
            draft.category = random.nextInt(3) == 0 ? "c" + random.nextInt(3) : null;
            draft.rate = random.nextInt(4) == 0 ? 0 : random.nextInt(1_500);
            draft.priority = random.nextInt(3);
            draft.stackable = random.nextInt(4) == 0;
            draft.newUsersOnly = random.nextInt(8) == 0;
            draft.couponRequired = random.nextInt(6) == 0;
            draft.minSpend = random.nextInt(5) == 0 ? random.nextLong(1, 40_000) : 0;
            draft.capPerLine = random.nextInt(4) == 0 ? random.nextLong(400) : -1;
            draft.capPerOrder = random.nextInt(4) == 0 ? random.nextLong(800) : -1;
            draft.budget = budget;
            if (random.nextInt(3) == 0) {
                var periods = CapPeriod.values();
                draft.capPerUser(random.nextLong(2_000), periods[random.nextInt(periods.length)]);
            }
            if (random.nextInt(5) == 0) {
                draft.fixed = random.nextLong(1, 200);
            } else if (random.nextInt(3) == 0) {
                draft.tier(random.nextLong(10_000), random.nextInt(2_000));
                draft.tier(10_000 + random.nextLong(100_000), random.nextInt(2_000));
            }
        }
    }
}
