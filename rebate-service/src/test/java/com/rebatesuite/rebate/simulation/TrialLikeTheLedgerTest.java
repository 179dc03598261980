package com.rebatesuite.rebate.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.rebate.ledger.Bucket;
import com.rebatesuite.rebate.ledger.Decision;
import com.rebatesuite.rebate.ledger.Entry;
import com.rebatesuite.rebate.ledger.History;
import com.rebatesuite.rebate.ledger.Input;
import com.rebatesuite.rebate.ledger.Kind;
import com.rebatesuite.rebate.ledger.Orders;
import com.rebatesuite.rebate.ledger.RandomFacts;
import com.rebatesuite.rebate.rule.Amount;
import com.rebatesuite.rebate.rule.RebateRule;
import com.rebatesuite.rebate.rule.RuleFixture;
import com.rebatesuite.rebate.simulation.Fact.Purchase;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With a draft that gives nothing, the past would have cost what it did cost: the ledger is the oracle. */
class TrialLikeTheLedgerTest {

    private static final List<RebateRule> RULES = Stream.of("groceries-3", "books-2.5", "luxury-third")
            .map(rule -> Orders.RULES.rule(rule).orElseThrow())
            .toList();

    private final History history = new History(Orders.ALICE);
    private final Trial trial = new Trial(
            new Experiment(
                    "draft",
                    RuleFixture.terms(rule -> rule.active = false),
                    Orders.NOW.minus(Duration.ofDays(1)),
                    Orders.NOW.plus(Duration.ofDays(400))),
            RULES,
            new SimulationProperties(
                    1, 1_000, 10, Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofSeconds(30)));

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 400);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void findsWhatTheLedgerGaveWhateverHappened(long seed) {
        for (var fact : RandomFacts.of(seed)) {
            if (fact instanceof Duration time) {
                history.pass(time);
            } else if (fact instanceof Input input) {
                tell(input);
            }
        }
        history.entries().stream().flatMap(TrialLikeTheLedgerTest::booked).forEach(trial::take);

        var outcome = trial.outcome();

        assertThat(outcome.days()).allSatisfy(day -> assertThat(day.simulated()).isEqualTo(day.given()));
    }

    private void tell(Input input) {
        var decision = history.tell(input);
        var fact = fact(input, decision);
        if (fact != null) {
            trial.take(fact);
        }
    }

    private static @Nullable Fact fact(Input input, Decision decision) {
        return switch (input) {
            case Input.OrderPaid paid -> new Fact.Paid(paid.userId(), paid.basket(), purchase(paid), 0);
            case Input.OrderCancelled cancelled -> new Fact.Cancelled(cancelled.orderId());
            case Input.ReturnReceived returned -> returned(returned);
            case Input.RebateAmended amended -> amended(amended);
            case Input.RebateRejected rejected -> rejected(rejected);
            case Input.CouponIssued issued -> new Fact.CouponIssued(issued.userId(), issued.coupon());
            case Input.CouponExpired expired -> new Fact.CouponExpired(expired.userId(), expired.couponId());
            case Input.ClaimFiled filed ->
                new Fact.ClaimFiled(
                        filed.userId(), filed.claimId(), new Purchase(filed.merchant(), filed.externalNumber()));
            case Input.ClaimDecided decided -> granted(decided, decision);
            default -> null;
        };
    }

    /** Over HTTP only a claim that is open can be decided. */
    private static @Nullable Fact granted(Input.ClaimDecided decided, Decision decision) {
        return decision instanceof Decision.Booked && decided.granted() > 0
                ? new Fact.ClaimGranted(decided.claimId())
                : null;
    }

    private static @Nullable Purchase purchase(Input.OrderPaid paid) {
        var partner = paid.partner();
        var number = paid.externalNumber();
        return partner == null || number == null ? null : new Purchase(partner, number);
    }

    private static Fact returned(Input.ReturnReceived returned) {
        Map<Integer, Integer> units = new HashMap<>();
        returned.lines().forEach(line -> units.merge(line.line(), line.quantity(), Integer::sum));
        return new Fact.Returned(returned.orderId(), returned.returnId(), units);
    }

    private static Fact amended(Input.RebateAmended amended) {
        Map<Integer, Amount> bases = new HashMap<>();
        amended.lines().forEach(line -> bases.put(line.line(), new Amount(line.currency(), line.base())));
        return new Fact.Amended(amended.orderId(), amended.amendmentId(), bases);
    }

    private static Fact rejected(Input.RebateRejected rejected) {
        var lines = rejected.lines();
        return new Fact.Rejected(
                rejected.orderId(), rejected.rejectionId(), lines == null ? null : new HashSet<>(lines));
    }

    private static Stream<Fact> booked(Entry entry) {
        var order = entry.about().orderId();
        if (order == null || entry.kind() == Kind.EXPIRED) {
            return Stream.empty();
        }
        long minor = entry.from() == Bucket.HOUSE ? entry.minor() : entry.to() == Bucket.HOUSE ? -entry.minor() : 0;
        return Stream.of(new Fact.Booked(order, minor));
    }
}
