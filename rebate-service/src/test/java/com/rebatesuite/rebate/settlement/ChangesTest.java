package com.rebatesuite.rebate.settlement;

import static com.rebatesuite.rebate.ToyLedger.NOW;
import static com.rebatesuite.rebate.ToyLedger.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rebatesuite.rebate.ToyLedger;
import com.rebatesuite.rebate.command.Patience;
import com.rebatesuite.rebate.command.TestAwaiting;
import com.rebatesuite.rebate.keyed.IdempotencyKey;
import com.rebatesuite.rebate.keyed.KeyReused;
import com.rebatesuite.rebate.keyed.SeenKeys;
import com.rebatesuite.rebate.settlement.ChangeAnswer.LineChange;
import com.rebatesuite.rebate.settlement.RebateAmended.AmendedLine;
import com.rebatesuite.rebate.settlement.SettleOrders.Outcome;
import com.rebatesuite.rebate.settlement.SettleOrders.Result;
import com.rebatesuite.rebate.view.MoneyView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangesTest {

    private static final Patience NONE = new Patience(Duration.ZERO);

    private final ToyLedger ledger = new ToyLedger();
    private final AmendOrder amend =
            new AmendOrder(ledger.views, ledger.commands, TestAwaiting.create(), new SeenKeys());
    private final RejectOrder reject =
            new RejectOrder(ledger.views, ledger.commands, TestAwaiting.create(), new SeenKeys());
    private final SettleOrders settle = new SettleOrders(ledger.views, ledger.commands);

    @Test
    void amendsTheLinesThatAreNamed() {
        ledger.partnerOrder("order-1", "shopper-1");

        assertThat(amend.amend(amendment("key", 1, pounds(800)), NONE))
                .isInstanceOfSatisfying(
                        ChangeAnswer.Changed.class,
                        changed -> assertThat(changed.order().lines().getFirst().base())
                                .isEqualTo(pounds(800)));
    }

    /** Whether it is a repeat only the ledger knows: it is told again, under the same id. */
    @Test
    void tellsTheLedgerAgainWhatIsAskedAgain() {
        ledger.partnerOrder("order-1", "shopper-1");
        amend.amend(amendment("key", 1, pounds(800)), NONE);
        amend.amend(amendment("key", 1, pounds(800)), NONE);

        assertThat(ledger.commands.sent()).hasSize(2);
        assertThat(ledger.commands.sent().stream().distinct()).hasSize(1);
        assertThatThrownBy(() -> amend.amend(amendment("key", 1, pounds(700)), NONE))
                .isInstanceOf(KeyReused.class);
    }

    @Test
    void amendsNothingThatItCannot() {
        ledger.partnerOrder("order-1", "shopper-1");
        ledger.order("order-2", "shopper-1", "shop", "estimated");

        assertThat(amend.amend(amendment("a", 3, pounds(1)), NONE)).isEqualTo(new ChangeAnswer.NoLine(3, 2));
        assertThat(amend.amend(amendment("b", 1, new MoneyView("EUR", 1)), NONE))
                .isEqualTo(new ChangeAnswer.OtherCurrency(1, "EUR", "GBP"));
        assertThat(amend.amend(amendment("c", "order-2"), NONE)).isEqualTo(new ChangeAnswer.OwnGoods("order-2"));
        assertThat(amend.amend(amendment("d", "order-3"), NONE)).isEqualTo(new ChangeAnswer.Unknown("order-3"));
        assertThat(ledger.commands.sent()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reversed", "cancelled", "rejected"})
    void amendsNothingOfWhichNothingCanCome(String state) {
        ledger.order("order-1", "shopper-1", "partner", state);

        assertThat(amend.amend(amendment("a", "order-1"), NONE)).isEqualTo(new ChangeAnswer.Closed("order-1", state));
    }

    /** Part by part, half to even: 30 and 10 on 10.00. */
    @ParameterizedTest
    @CsvSource({"800, 32", "1000, 40", "0, 0", "50, 2", "150, 6", "333, 13"})
    void saysWhatACutWouldLeave(long base, long rest) {
        ledger.partnerOrder("order-1", "shopper-1");

        assertThat(amend.preview(amendment("a", 1, pounds(base))))
                .isEqualTo(new ChangeAnswer.Would("order-1", List.of(new LineChange(1, "estimated", "GBP", 40, rest))));
        assertThat(ledger.commands.sent()).isEmpty();
    }

    @Test
    void leavesToTheLedgerWhatARaiseWouldCome() {
        ledger.partnerOrder("order-1", "shopper-1");

        assertThat(amend.preview(amendment("a", 1, pounds(1001))))
                .isEqualTo(new ChangeAnswer.Would("order-1", List.of(new LineChange(1, "estimated", "GBP", 40, null))));
    }

    @Test
    void rejectsLinesOrAllOfThem() {
        ledger.partnerOrder("order-1", "shopper-1");

        assertThat(reject.reject(rejection("a", List.of(3)), NONE)).isEqualTo(new ChangeAnswer.NoLine(3, 2));
        assertThat(reject.preview(rejection("a", List.of(2))))
                .isEqualTo(new ChangeAnswer.Would("order-1", List.of(new LineChange(2, "estimated", "GBP", 30, 0L))));
        assertThat(state(reject.reject(rejection("b", List.of(2)), NONE))).isEqualTo("estimated");
        assertThat(state(reject.reject(rejection("c", null), NONE))).isEqualTo("rejected");
        assertThat(state(reject.reject(rejection("c", null), NONE))).isEqualTo("rejected");
        assertThat(ledger.commands.sent()).hasSize(2);
        assertThatThrownBy(() -> reject.reject(rejection("c", List.of(1)), NONE))
                .isInstanceOf(KeyReused.class);
    }

    @Test
    void letsOneBadOrderSinkNoOther() {
        ledger.partnerOrder("order-1", "shopper-1");
        ledger.order("order-2", "shopper-1", "shop", "estimated");
        ledger.partnerOrder("order-3", "shopper-2");
        settle.settle(List.of("order-3"), NOW);

        assertThat(settle.settle(List.of("order-1", "order-2", "order-3", "order-4", "order-1"), NOW))
                .containsExactly(
                        new Result("order-1", Outcome.ACCEPTED),
                        new Result("order-2", Outcome.OWN_GOODS),
                        new Result("order-3", Outcome.SETTLED),
                        new Result("order-4", Outcome.UNKNOWN));
        assertThat(ledger.commands.sent())
                .containsExactly(
                        new RebateSettled("order-3", "shopper-2", NOW), new RebateSettled("order-1", "shopper-1", NOW));
    }

    @Test
    void saysWhatIsUncertainAndWhatWasNotTriedWhenTheLogGoesAway() {
        var ids = orders(250);
        var heard = new ArrayList<Object>();
        ledger.commands.ledger(command -> {
            heard.add(command);
            ledger.commands.away(heard.size() >= 150);
        });

        var results = settle.settle(ids, NOW);

        assertThat(results).extracting(Result::orderId).isEqualTo(ids);
        assertThat(results.subList(0, 100)).extracting(Result::outcome).containsOnly(Outcome.ACCEPTED);
        assertThat(results.subList(100, 200)).extracting(Result::outcome).containsOnly(Outcome.UNCERTAIN);
        assertThat(results.subList(200, 250)).extracting(Result::outcome).containsOnly(Outcome.NOT_TRIED);
    }

    @Test
    void takesAThousandAtMostAndOneAtLeast() {
        assertThatThrownBy(() -> settle.settle(List.of(), NOW)).hasMessageContaining("orders: 0 (expected: 1..1000)");
        assertThatThrownBy(() -> settle.settle(numbered(1001), NOW)).hasMessageContaining("1001");
        assertThat(settle.settle(numbered(1000), NOW)).hasSize(1000);
    }

    private List<String> orders(int count) {
        var ids = numbered(count);
        ids.forEach(id -> ledger.partnerOrder(id, "shopper-1"));
        return ids;
    }

    private static List<String> numbered(int count) {
        return IntStream.range(0, count).mapToObj("order-%04d"::formatted).toList();
    }

    private static String state(ChangeAnswer answer) {
        return ((ChangeAnswer.Changed) answer).order().state();
    }

    private static RebateAmended.Wanted amendment(String key, int line, MoneyView base) {
        return new RebateAmended.Wanted(
                new IdempotencyKey(key),
                "order-1",
                List.of(new AmendedLine(line, base)),
                "corrected by the partner",
                "olga");
    }

    private static RebateAmended.Wanted amendment(String key, String orderId) {
        return new RebateAmended.Wanted(
                new IdempotencyKey(key),
                orderId,
                List.of(new AmendedLine(1, pounds(1))),
                "corrected by the partner",
                "olga");
    }

    private static RebateRejected.Wanted rejection(String key, @Nullable List<Integer> lines) {
        return new RebateRejected.Wanted(
                new IdempotencyKey(key), "order-1", lines, "bought with a foreign voucher", "olga");
    }
}
