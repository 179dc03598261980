package com.rebatesuite.rebate.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens to a shopper, in whatever order and however often: what is true stays true. The seed names the run. */
class LedgerInvariantsTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void inv1_legsSumToZeroPerCurrency(long seed) {
        var legs = new HashMap<String, Map<Bucket, Long>>();
        for (var entry : played(seed).entries()) {
            var ofCurrency = legs.computeIfAbsent(entry.currency(), currency -> new HashMap<>());
            ofCurrency.merge(entry.from(), -entry.minor(), Long::sum);
            ofCurrency.merge(entry.to(), entry.minor(), Long::sum);
        }

        assertThat(legs.values())
                .allSatisfy(buckets -> assertThat(buckets.values().stream()
                                .mapToLong(Long::longValue)
                                .sum())
                        .isZero());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void inv2_balancesAndLotsAreTheFoldOfTheEntriesAtEveryVersion(long seed) {
        var history = played(seed);
        var rebuilt = new TreeMap<String, Balance>();
        var lots = new TreeMap<String, Map<Long, Long>>();
        for (var recording : history.recordings()) {
            for (var entry : recording.entries()) {
                var before = rebuilt.getOrDefault(entry.currency(), Balance.none(entry.currency()));
                foldIntoLots(lots.computeIfAbsent(entry.currency(), none -> new TreeMap<>()), before, entry);
                rebuilt.put(entry.currency(), before.after(entry));
            }
            assertThat(recording.balances()).containsExactlyElementsOf(rebuilt.values());
            recording.changed().stream()
                    .filter(Lots.class::isInstance)
                    .map(Lots.class::cast)
                    .forEach(stored -> assertThat(byLot(stored)).isEqualTo(lots.get(stored.currency())));
        }
        rebuilt.values()
                .forEach(balance -> assertThat(history.lots(balance.currency()).total())
                        .isEqualTo(Math.max(0, balance.available())));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void inv3_neverReversesMoreThanWasEarned(long seed) {
        for (var recording : played(seed).recordings()) {
            recording
                    .changed(OrderRebate.class)
                    .ifPresent(order -> assertThat(order.lines()).allSatisfy(line -> {
                        assertThat(line.reversed()).isBetween(0L, line.earned());
                        assertThat(line.parts())
                                .allSatisfy(part -> assertThat(part.reversed()).isBetween(0L, part.earned()));
                    }));
        }
    }

    /** What no lot held was taken below zero: only clawbacks of generous merchants may do that. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void inv4_onlyAllowedClawbacksBringAvailableBelowZero(long seed) {
        var balances = new HashMap<String, Balance>();
        for (var recording : played(seed).recordings()) {
            for (var entry : recording.entries()) {
                var after = balances.getOrDefault(entry.currency(), Balance.none(entry.currency()))
                        .after(entry);
                balances.put(entry.currency(), after);
                if (entry.from() == Bucket.AVAILABLE && entry.minor() > 0 && after.available() < 0) {
                    assertThat(entry.kind()).isEqualTo(Kind.CLAWED_BACK);
                    assertThat(merchantOf(recording, entry)).startsWith("generous");
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void inv5_oneFactHasOneEffectHoweverOftenItIsDelivered(long seed) {
        var once = new History(Orders.ALICE);
        var often = new History(Orders.ALICE);
        var random = new SplittableRandom(seed);
        var told = new ArrayList<Input>();
        for (var fact : RandomFacts.of(seed)) {
            tell(once, fact);
            tell(often, fact);
            if (fact instanceof Input input) {
                told.add(input);
            }
            for (int again = random.nextInt(3); again > 0 && !told.isEmpty(); again--) {
                var earlier = told.get(random.nextInt(told.size()));
                var before = often.account();
                // What was refused in its time (a return before the payment) may have its first effect now.
                if (hadEffect(often, earlier)) {
                    often.tell(earlier);
                    assertThat(often.account()).isEqualTo(before);
                }
            }
        }

        assertThat(often.entries()).isEqualTo(once.entries());
        assertThat(often.account()).isEqualTo(once.account());
        var causes = once.recordings().stream().map(Recording::cause).toList();
        assertThat(new HashSet<>(causes)).hasSameSizeAs(causes);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void inv6_lifetimeIsTheSumOfTheBucketsAndWithWhatIsOwedWhatWasEarnedLessWhatWasReversed(long seed) {
        assertThat(played(seed).recordings())
                .allSatisfy(recording -> assertThat(recording.balances())
                        .allSatisfy(balance -> assertThat(balance.lifetime())
                                .isEqualTo(balance.estimated()
                                        + balance.confirmed()
                                        + balance.available()
                                        + balance.reserved()
                                        + balance.paid())
                                .isEqualTo(balance.earned() - balance.reversed() - balance.owed())));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void inv12_oneCouponPerCampaignAndWindowCountsAndOnlyOnce(long seed) {
        var history = played(seed);
        var orders = new HashMap<String, OrderRebate>();
        history.recordings()
                .forEach(recording ->
                        recording.changed(OrderRebate.class).ifPresent(order -> orders.put(order.orderId(), order)));
        var used = orders.values().stream()
                .flatMap(order -> order.lines().stream()
                        .flatMap(line -> line.parts().stream())
                        .filter(part -> part.couponId() != null)
                        .map(part -> part.couponId() + "")
                        .distinct())
                .toList();

        assertThat(used).doesNotHaveDuplicates();
        var windows = RandomFacts.of(seed).stream()
                .filter(Input.CouponIssued.class::isInstance)
                .map(fact -> ((Input.CouponIssued) fact).coupon())
                .filter(coupon -> used.contains(coupon.couponId()))
                .map(coupon -> coupon.campaignId() + " " + coupon.window())
                .toList();
        assertThat(windows).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesWithANaiveModelThatSharesNoCodeAfterEveryFact(long seed) {
        var history = new History(Orders.ALICE);
        var naive = new NaiveLedger();
        for (var fact : withRepeats(seed)) {
            tell(history, fact);
            if (fact instanceof Input input) {
                naive.tell(input);
            } else {
                naive.pass((Duration) fact);
            }

            assertThat(totals(history)).as("after %s", fact).isEqualTo(naive.totals());
            assertThat(BigDecimal.valueOf(history.lots("GBP").total())).isEqualByComparingTo(naive.inLots("GBP"));
        }
        history.verifyChain();
    }

    private static History played(long seed) {
        var history = new History(Orders.ALICE);
        withRepeats(seed).forEach(fact -> tell(history, fact));
        return history;
    }

    private static void tell(History history, Object fact) {
        if (fact instanceof Input input) {
            history.tell(input);
        } else {
            history.pass((Duration) fact);
        }
    }

    /** The facts, some of them again. */
    private static List<Object> withRepeats(long seed) {
        var random = new SplittableRandom(seed);
        var all = new ArrayList<Object>();
        for (var fact : RandomFacts.of(seed)) {
            all.add(fact);
            if (random.nextInt(4) == 0) {
                all.add(all.get(random.nextInt(all.size())));
            }
        }
        return all;
    }

    private static boolean hadEffect(History history, Input input) {
        return history.recordings().stream()
                .anyMatch(recording -> recording.cause().equals(input.cause()));
    }

    private static String merchantOf(Recording recording, Entry entry) {
        return recording.changed(OrderRebate.class).orElseThrow().lines().stream()
                .filter(line -> line.line() == entry.about().line())
                .findFirst()
                .orElseThrow()
                .merchant();
    }

    /** As the contract says: what is missing is filled first; what leaves without a lot was in none. */
    private static void foldIntoLots(Map<Long, Long> lots, Balance before, Entry entry) {
        if (entry.to() == Bucket.AVAILABLE) {
            long missing = Math.max(0, -before.available());
            lots.merge(entry.lot(), Math.max(0, entry.minor() - missing), Long::sum);
        } else if (entry.from() == Bucket.AVAILABLE && entry.lot() != 0) {
            lots.merge(entry.lot(), -entry.minor(), Long::sum);
        }
        lots.values().removeIf(minor -> minor == 0);
    }

    private static Map<Long, Long> byLot(Lots lots) {
        var byLot = new TreeMap<Long, Long>();
        lots.lots().forEach(lot -> byLot.put(lot.lot(), lot.minor()));
        return byLot;
    }

    private static Map<String, BigDecimal> totals(History history) {
        var totals = new TreeMap<String, BigDecimal>();
        history.account().balances().values().forEach(balance -> {
            put(totals, balance, "estimated", balance.estimated());
            put(totals, balance, "confirmed", balance.confirmed());
            put(totals, balance, "available", balance.available());
            put(totals, balance, "reserved", balance.reserved());
            put(totals, balance, "paid", balance.paid());
            put(totals, balance, "owed", balance.owed());
            put(totals, balance, "earned", balance.earned());
            put(totals, balance, "reversed", balance.reversed());
        });
        return totals;
    }

    private static void put(Map<String, BigDecimal> totals, Balance balance, String what, long minor) {
        if (minor != 0) {
            totals.put(balance.currency() + " " + what, BigDecimal.valueOf(minor));
        }
    }
}
