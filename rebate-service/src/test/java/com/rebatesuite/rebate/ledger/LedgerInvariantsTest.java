package com.rebatesuite.rebate.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.rebate.ledger.Input.OrderCancelled;
import com.rebatesuite.rebate.ledger.Input.OrderCompleted;
import com.rebatesuite.rebate.ledger.Input.OrderPaid;
import com.rebatesuite.rebate.ledger.Input.RebateSettled;
import com.rebatesuite.rebate.ledger.Input.ReturnReceived;
import com.rebatesuite.rebate.ledger.Input.ReturnedLine;
import com.rebatesuite.rebate.ledger.Input.SoldLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens to orders, in whatever order and however often: what is true stays true. The seed names the run. */
class LedgerInvariantsTest {

    private static final Map<String, BigDecimal> PERCENT =
            Map.of("groceries", new BigDecimal("3"), "books", new BigDecimal("2.5"), "luxury", new BigDecimal("33.33"));

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 150);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void inv1_legsSumToZeroAndNoEntryIsLost(long seed) {
        var legs = new EnumMap<Bucket, Long>(Bucket.class);
        for (var entry : played(seed).entries()) {
            legs.merge(entry.from(), -entry.minor(), Long::sum);
            legs.merge(entry.to(), entry.minor(), Long::sum);
        }

        assertThat(legs.values().stream().mapToLong(Long::longValue).sum()).isZero();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void inv2_balanceIsTheFoldOfItsEntriesAtEveryVersion(long seed) {
        var history = played(seed);

        var rebuilt = Balance.none("GBP");
        for (var recording : history.recordings()) {
            for (var entry : recording.entries()) {
                rebuilt = rebuilt.after(entry);
            }
            assertThat(recording.balance()).isEqualTo(rebuilt);
        }
        assertThat(history.balance()).isEqualTo(rebuilt);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void inv3_neverReversesMoreThanWasEarned(long seed) {
        for (var recording : played(seed).recordings()) {
            assertThat(recording.order().lines())
                    .allSatisfy(line -> assertThat(line.reversed()).isBetween(0L, line.earned()));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void inv4_availableIsNeverBelowZeroAsLongAsNothingIsPaidOut(long seed) {
        assertThat(played(seed).recordings())
                .allSatisfy(
                        recording -> assertThat(recording.balance().available()).isNotNegative());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void inv5_oneFactHasOneEffectHoweverOftenItIsDelivered(long seed) {
        var once = new History(Orders.ALICE);
        var often = new History(Orders.ALICE);
        var random = new SplittableRandom(seed);
        var told = new ArrayList<Input>();
        for (var input : inputs(new SplittableRandom(seed))) {
            once.tell(input);
            often.tell(input);
            told.add(input);
            for (int again = random.nextInt(3); again > 0; again--) {
                var earlier = told.get(random.nextInt(told.size()));
                var before = often.account();
                // What was refused in its time (a return before the payment) is no effect and may have its first one
                // now.
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
    void inv6_lifetimeIsTheSumOfTheBucketsAndWhatWasEarnedLessWhatWasReversed(long seed) {
        assertThat(played(seed).recordings()).allSatisfy(recording -> {
            var balance = recording.balance();
            assertThat(balance.lifetime())
                    .isEqualTo(balance.estimated()
                            + balance.confirmed()
                            + balance.available()
                            + balance.reserved()
                            + balance.paid())
                    .isEqualTo(balance.earned() - balance.reversed());
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesWithANaiveModelThatSharesNoCodeAfterEveryFact(long seed) {
        var history = new History(Orders.ALICE);
        var naive = new NaiveRebates(PERCENT);
        for (var input : withRepeats(seed)) {
            history.tell(input);
            naive.tell(input);

            assertThat(totals(history.balance())).isEqualTo(withoutZeros(naive.totals()));
        }
        history.verifyChain();
    }

    private static boolean hadEffect(History history, Input input) {
        return history.recordings().stream()
                .anyMatch(recording -> recording.cause().equals(input.cause()));
    }

    private static History played(long seed) {
        var history = new History(Orders.ALICE);
        withRepeats(seed).forEach(history::tell);
        return history;
    }

    /** The facts of some orders, jumbled; some of them again, as the same event or as another one that says the same. */
    private static List<Input> withRepeats(long seed) {
        var random = new SplittableRandom(seed);
        var inputs = inputs(random);
        var all = new ArrayList<Input>();
        for (var input : inputs) {
            all.add(input);
            if (random.nextInt(4) == 0) {
                all.add(all.get(random.nextInt(all.size())));
            }
            if (random.nextInt(6) == 0) {
                all.add(under(new Cause("/order-service", "again-" + all.size(), "x"), input));
            }
        }
        return all;
    }

    private static List<Input> inputs(SplittableRandom random) {
        var inputs = new ArrayList<Input>();
        for (int number = 1; number <= random.nextInt(1, 5); number++) {
            inputs.addAll(factsOf("order-" + number, random));
        }
        // Mostly as it happens, and a few of them out of their order.
        for (int swaps = random.nextInt(6); swaps > 0; swaps--) {
            int from = random.nextInt(inputs.size());
            inputs.add(random.nextInt(inputs.size()), inputs.remove(from));
        }
        return inputs;
    }

    private static List<Input> factsOf(String orderId, SplittableRandom random) {
        var facts = new ArrayList<Input>();
        var lines = lines(random);
        var channel = random.nextBoolean() ? Channel.SHOP : Channel.PARTNER;
        facts.add(new OrderPaid(cause(orderId, "paid"), Orders.ALICE, orderId, Orders.NOW, channel, "GBP", lines));
        for (int number = random.nextInt(6); number > 0; number--) {
            facts.add(returned(orderId, "return-" + number, lines, random));
        }
        facts.add(random.nextInt(facts.size()) + 1, new OrderCompleted(cause(orderId, "done"), Orders.ALICE, orderId));
        if (random.nextBoolean()) {
            facts.add(
                    random.nextInt(facts.size() + 1),
                    new RebateSettled(cause(orderId, "settled"), Orders.ALICE, orderId));
        }
        if (random.nextInt(4) == 0) {
            facts.add(
                    random.nextInt(facts.size() + 1), new OrderCancelled(cause(orderId, "off"), Orders.ALICE, orderId));
        }
        return facts;
    }

    private static List<SoldLine> lines(SplittableRandom random) {
        var categories = List.of("groceries", "books", "luxury", "nothing");
        return IntStream.rangeClosed(1, random.nextInt(1, 5))
                .mapToObj(line -> new SoldLine(
                        line,
                        "SKU-" + line,
                        categories.get(random.nextInt(categories.size())),
                        "own",
                        random.nextInt(1, 8),
                        random.nextLong(random.nextBoolean() ? 60 : 500_000)))
                .toList();
    }

    private static ReturnReceived returned(String orderId, String id, List<SoldLine> sold, SplittableRandom random) {
        var lines = IntStream.rangeClosed(0, random.nextInt(2))
                .mapToObj(unused -> sold.get(random.nextInt(sold.size())))
                .map(line -> new ReturnedLine(line.line(), random.nextInt(1, line.quantity() + 1)))
                .toList();
        return new ReturnReceived(cause(orderId, id), Orders.ALICE, orderId, orderId + id, lines);
    }

    private static Input under(Cause cause, Input input) {
        return switch (input) {
            case OrderPaid paid ->
                new OrderPaid(
                        cause,
                        paid.userId(),
                        paid.orderId(),
                        paid.occurredAt(),
                        paid.channel(),
                        paid.currency(),
                        paid.lines());
            case OrderCompleted completed -> new OrderCompleted(cause, completed.userId(), completed.orderId());
            case OrderCancelled cancelled -> new OrderCancelled(cause, cancelled.userId(), cancelled.orderId());
            case RebateSettled settled -> new RebateSettled(cause, settled.userId(), settled.orderId());
            case ReturnReceived returned ->
                new ReturnReceived(cause, returned.userId(), returned.orderId(), returned.returnId(), returned.lines());
        };
    }

    private static Cause cause(String orderId, String what) {
        return new Cause("/order-service", orderId + "-" + what, what);
    }

    private static Map<String, BigDecimal> totals(Balance balance) {
        var totals = new TreeMap<String, BigDecimal>();
        totals.put("estimated", BigDecimal.valueOf(balance.estimated()));
        totals.put("confirmed", BigDecimal.valueOf(balance.confirmed()));
        totals.put("available", BigDecimal.valueOf(balance.available()));
        totals.put("earned", BigDecimal.valueOf(balance.earned()));
        totals.put("reversed", BigDecimal.valueOf(balance.reversed()));
        return withoutZeros(totals);
    }

    private static Map<String, BigDecimal> withoutZeros(Map<String, BigDecimal> totals) {
        var some = new TreeMap<>(totals);
        some.values().removeIf(amount -> amount.signum() == 0);
        return some;
    }
}
