package com.rebatesuite.rebate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Utils;

/**
 * What a shop with many shoppers tells the ledger in several acts, with repeats, made of the agreed examples and a seed; and
 * what has to come of it, worked out without the service. Each act has a tea and a campaign for it.
 */
final class SeededLoad {

    static final int RULE_BASIS_POINTS = 300;
    static final int CAMPAIGN_BASIS_POINTS = 1_000;
    static final int COUPON_BASIS_POINTS = 200;
    static final int RICHES = 3_000;

    private static final int ACTS = 6;
    private static final int SHOPPERS = 240;
    private static final int RICH_SHOPPERS = 24;
    private static final int ORDERS_OF_AN_ACT = 200;
    private static final int PARTITIONS = 6;

    private final SplittableRandom random;
    private final List<String> shoppers;
    private final Map<String, Integer> coupons = new HashMap<>();
    private final List<String> causes = new ArrayList<>();
    private final Map<String, SeededOrder> orders = new TreeMap<>();
    private final List<Fact> openings = new ArrayList<>();
    private final List<List<Fact>> acts = new ArrayList<>();
    private final List<Long> budgets = new ArrayList<>();

    SeededLoad(long seed) {
        random = new SplittableRandom(seed);
        shoppers = IntStream.range(0, SHOPPERS).mapToObj(i -> "shopper-" + i).toList();
        rich().forEach(this::enrich);
        shoppers.forEach(this::offerCoupons);
        for (int act = 0; act < ACTS; act++) {
            play(act);
        }
    }

    /** What has to be decided before the first act, as it lies on other topics than the orders. */
    List<Fact> openings() {
        return openings;
    }

    List<Fact> act(int number) {
        return acts.get(number);
    }

    int acts() {
        return ACTS;
    }

    /** Those who have {@link #RICHES} before they buy anything. */
    List<String> rich() {
        return shoppers.subList(0, RICH_SHOPPERS);
    }

    /** The ids of the events that lead to a decision, sorted. */
    List<String> causes() {
        return causes.stream().sorted().toList();
    }

    Map<String, Earnings> earnings() {
        return orders.values().stream().collect(Collectors.toMap(SeededOrder::orderId, SeededOrder::earnings));
    }

    static String campaign(int act) {
        return "campaign-" + act;
    }

    /**
     * Less than the orders of any single partition want. So no partition can be left with a slice that nobody asks for, and all
     * of it is spent whoever comes first.
     */
    long budget(int act) {
        return budgets.get(act);
    }

    static String rule() {
        return """
                {"title": "3 %% on groceries", "category": "groceries", "rate_basis_points": %d,
                 "valid_from": "2026-01-01T00:00:00Z", "retroactive": true, "reason": "orders of this year"}""".formatted(RULE_BASIS_POINTS);
    }

    String campaignRule(int act) {
        return """
                {"title": "10 %% more on a tea", "sku": "%s", "rate_basis_points": %d, "stackable": true,
                 "currency": "GBP", "budget": {"currency": "GBP", "minor": %d},
                 "valid_from": "2026-01-01T00:00:00Z", "retroactive": true, "reason": "orders of this year"}""".formatted(tea(act), CAMPAIGN_BASIS_POINTS, budget(act));
    }

    private static String tea(int act) {
        return "TEA-OF-ACT-" + act;
    }

    private void enrich(String user) {
        var adjustment = id();
        open(Fact.of("rebate-commands", "payout-method-set", user, id()));
        open(Fact.of(
                "rebate-commands",
                "adjustment-proposed",
                user,
                id(),
                "019b76da-a800-8000-8000-0000000000a1",
                adjustment,
                "\"minor\": 250",
                "\"minor\": " + RICHES));
        open(Fact.of(
                "rebate-commands",
                "adjustment-decided",
                user,
                id(),
                "019b76da-a800-8000-8000-0000000000a1",
                adjustment));
    }

    private void open(Fact fact) {
        openings.add(fact);
        causes.add(fact.id());
    }

    /** Coupons are remembered and not recorded: they show in the orders that use them. */
    private void offerCoupons(String user) {
        int count = random.nextInt(4);
        coupons.put(user, count);
        for (int window = 0; window < count; window++) {
            var coupon = Fact.of(
                    "offers",
                    "coupon-issued",
                    user,
                    id(),
                    "019b76da-a800-7000-8000-0000000000c1",
                    id(),
                    "2026-01-05T10:00:00Z",
                    "2026-01-05T1" + window + ":00:00Z");
            openings.add(coupon);
            if (random.nextBoolean()) {
                openings.add(random.nextBoolean() ? coupon : coupon.underId(id()));
            }
        }
    }

    private void play(int act) {
        var untold = new ArrayList<SeededOrder>();
        for (int i = 0; i < ORDERS_OF_AN_ACT; i++) {
            untold.add(order(act));
        }
        budgets.add(smallestWish(untold) * 3 / 4);
        acts.add(shuffled(untold));
    }

    private SeededOrder order(int act) {
        var user = shoppers.get(random.nextInt(SHOPPERS));
        var order = new SeededOrder(id(), user, tea(act), random.nextLong(300, 1_500), history());
        orders.put(order.orderId(), order);
        return order;
    }

    private List<String> history() {
        return switch (random.nextInt(4)) {
            case 0 -> List.of("order-paid");
            case 1 -> List.of("order-paid", "order-completed");
            case 2 -> List.of("order-paid", "return-received", "order-completed");
            default -> List.of("order-paid", "order-completed", "return-received");
        };
    }

    private static long smallestWish(List<SeededOrder> orders) {
        var wishes = new long[PARTITIONS];
        orders.forEach(order -> wishes[partition(order.user())] += order.wishes());
        return IntStream.range(0, PARTITIONS)
                .mapToLong(partition -> wishes[partition])
                .min()
                .orElseThrow();
    }

    /** As Kafka's own producers choose it. */
    private static int partition(String key) {
        return Utils.toPositive(Utils.murmur2(Utils.utf8(key))) % PARTITIONS;
    }

    /** What is told of one order stays in order; between orders anything goes, and repeats come at any time later. */
    private List<Fact> shuffled(List<SeededOrder> untold) {
        var facts = new ArrayList<Fact>();
        var repeats = new ArrayDeque<Fact>();
        while (!untold.isEmpty() || !repeats.isEmpty()) {
            if (untold.isEmpty() || (!repeats.isEmpty() && random.nextInt(4) == 0)) {
                facts.add(repeats.remove());
                continue;
            }
            var order = untold.get(random.nextInt(untold.size()));
            var fact = tell(order);
            facts.add(fact);
            if (random.nextInt(3) == 0) {
                repeats.add(random.nextBoolean() ? fact : fact.underId(id()));
            }
            if (order.isTold()) {
                untold.remove(order);
            }
        }
        return facts;
    }

    private Fact tell(SeededOrder order) {
        if (order.isToBePaid() && coupons.merge(order.user(), -1, Integer::sum) >= 0) {
            order.useCoupon();
        }
        var fact = order.next(id());
        causes.add(fact.id());
        return fact;
    }

    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
