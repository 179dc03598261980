package com.rebatesuite.rebate.ledger;

import static com.rebatesuite.rebate.ledger.Orders.ALICE;
import static com.rebatesuite.rebate.ledger.Orders.NOW;
import static com.rebatesuite.rebate.ledger.Orders.ORDER;
import static com.rebatesuite.rebate.ledger.Orders.atBookshop;
import static com.rebatesuite.rebate.ledger.Orders.cause;
import static com.rebatesuite.rebate.ledger.Orders.completed;
import static com.rebatesuite.rebate.ledger.Orders.line;
import static com.rebatesuite.rebate.ledger.Orders.paid;
import static com.rebatesuite.rebate.ledger.Orders.returned;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.rebatesuite.rebate.ledger.Decision.Ignored;
import com.rebatesuite.rebate.ledger.Decision.Refused;
import com.rebatesuite.rebate.ledger.Input.AccountFrozen;
import com.rebatesuite.rebate.ledger.Input.AdjustmentDecided;
import com.rebatesuite.rebate.ledger.Input.AdjustmentProposed;
import com.rebatesuite.rebate.ledger.Input.ClaimDecided;
import com.rebatesuite.rebate.ledger.Input.ClaimFiled;
import com.rebatesuite.rebate.ledger.Input.PayoutMethodSet;
import com.rebatesuite.rebate.ledger.Input.WithdrawalBatched;
import com.rebatesuite.rebate.ledger.Input.WithdrawalFailed;
import com.rebatesuite.rebate.ledger.Input.WithdrawalRequested;
import com.rebatesuite.rebate.ledger.Input.WithdrawalSettled;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What becomes of money that is available: withdrawals, adjustments, claims, clawbacks, expiry. */
class MoneyTest {

    private static final Duration DAYS = Duration.ofDays(4);

    private final History history = new History(ALICE);

    @Test
    void holdsAWithdrawalAndPaysIt() {
        have(1_000);
        withMethod();

        history.tell(request("w", 600), new WithdrawalBatched(cause("b"), ALICE, "w", "batch-1"));
        assertThat(history.balance().available()).isEqualTo(400);
        assertThat(history.balance().reserved()).isEqualTo(600);

        history.tell(new WithdrawalSettled(cause("s"), ALICE, "w", "bank-1"));
        assertThat(history.balance().paid()).isEqualTo(600);
        assertThat(withdrawal("w").state()).isEqualTo(Withdrawal.Progress.PAID);
        assertThat(history.tell(new WithdrawalSettled(cause("s2"), ALICE, "w", "bank-1")))
                .isEqualTo(new Ignored("already-paid"));
        assertThat(history.tell(new WithdrawalFailed(cause("f"), ALICE, "w", "no such account")))
                .isEqualTo(new Refused("withdrawal-is-paid"));
        assertThat(history.tell(new WithdrawalBatched(cause("b2"), ALICE, "w", "batch-1")))
                .isEqualTo(new Ignored("already-batched"));
    }

    @Test
    void givesAFailedWithdrawalBackToTheLotsItCameFrom() {
        have(400);
        history.pass(Duration.ofDays(1));
        adjust("second", 700);
        withMethod();
        var before = history.lots("GBP");

        history.tell(request("w", 600));
        assertThat(history.lots("GBP").lots()).extracting(Lot::minor).containsExactly(500L);
        history.tell(new WithdrawalFailed(cause("f"), ALICE, "w", "no such account"));

        assertThat(history.lots("GBP")).isEqualTo(before);
        assertThat(withdrawal("w").state()).isEqualTo(Withdrawal.Progress.RETURNED);
        assertThat(withdrawal("w").reason()).isEqualTo("no such account");
    }

    @Test
    void refusesAWithdrawalAndSaysWhy() {
        have(1_000);

        assertThat(refusal("small", 499)).isEqualTo("below-minimum");
        assertThat(withdrawal("small").detail()).isEqualTo("amount: 4.99 GBP (expected: at least 5.00 GBP)");
        assertThat(refusal("nowhere", 600)).isEqualTo("no-payout-method");
        history.tell(method());
        assertThat(refusal("held", 600)).isEqualTo("payout-method-held");
        history.pass(DAYS);
        assertThat(refusal("much", 1_001)).isEqualTo("not-available");
        assertThat(withdrawal("much").available()).isEqualTo(1_000);
        assertThat(withdrawal("much").detail())
                .isEqualTo("amount: 10.01 GBP (expected: at most what is available, 10.00 GBP)");
        history.tell(new AccountFrozen(cause("freeze"), ALICE, true, "odd", "olga", history.now()));
        assertThat(refusal("frozen", 600)).isEqualTo("account-frozen");
        assertThat(history.recordings().getLast().entries()).isEmpty();

        var later = history.now().plusSeconds(1);
        history.tell(new AccountFrozen(cause("thaw"), ALICE, false, "fine", "olga", later), request("w", 1_000));
        assertThat(history.balance().reserved()).isEqualTo(1_000);
    }

    @Test
    void takesTheSameWithdrawalOnceAndRefusesAnotherOneOfItsId() {
        have(2_000);
        withMethod();
        history.tell(request("w", 600));

        assertThat(history.tell(request("w", 600))).isEqualTo(new Ignored("already-requested"));
        assertThat(history.tell(request("w", 700))).isEqualTo(new Refused("other-request-of-that-id"));
        assertThat(history.balance().reserved()).isEqualTo(600);
    }

    @Test
    void holdsWithdrawalsAgainAfterEveryChangeOfTheMethod() {
        have(2_000);
        withMethod();
        history.tell(new PayoutMethodSet(cause("m2"), ALICE, "paypal", "a@b.example", "Alice", history.now()));

        assertThat(refusal("w", 600)).isEqualTo("payout-method-held");
        assertThat(history.tell(method())).isEqualTo(new Ignored("nothing-new"));
    }

    @Test
    void booksAnAdjustmentOnlyWhenSomebodyElseApproves() {
        history.tell(propose("a", 500));
        assertThat(history.balance().available()).isZero();

        history.tell(new AdjustmentDecided(cause("self"), ALICE, "a", true, "olga", null));
        assertThat(adjustment("a").detail()).isEqualTo("same-person");
        assertThat(adjustment("a").state()).isEqualTo(Adjustment.Progress.PROPOSED);

        history.tell(new AdjustmentDecided(cause("other"), ALICE, "a", true, "otto", null));
        assertThat(history.balance().available()).isEqualTo(500);
        assertThat(adjustment("a").state()).isEqualTo(Adjustment.Progress.BOOKED);
        assertThat(history.tell(new AdjustmentDecided(cause("again"), ALICE, "a", true, "otto", null)))
                .isEqualTo(new Ignored("already-decided"));
    }

    @Test
    void takesNothingByAdjustmentThatIsNotThere() {
        have(400);
        adjust("a", -401);

        assertThat(adjustment("a").state()).isEqualTo(Adjustment.Progress.REFUSED);
        assertThat(adjustment("a").detail()).isEqualTo("not-available");
        adjust("b", -400);
        assertThat(history.balance().available()).isZero();
        assertThat(history.lots("GBP").lots()).isEmpty();
    }

    @Test
    void saysWhetherAnAdjustmentWasRefusedOrTakenBack() {
        history.tell(propose("a", 500), new AdjustmentDecided(cause("no"), ALICE, "a", false, "otto", "not so"));
        history.tell(propose("b", 500), new AdjustmentDecided(cause("back"), ALICE, "b", false, "olga", null));

        assertThat(adjustment("a").state()).isEqualTo(Adjustment.Progress.REFUSED);
        assertThat(adjustment("b").state()).isEqualTo(Adjustment.Progress.WITHDRAWN);
        assertThat(history.balance().available()).isZero();
    }

    @Test
    void matchesAClaimWithTheOrderThatComesLater() {
        history.tell(claim("c", "B-1"), atBookshop("B-1", 4_000));

        assertThat(claim("c").state()).isEqualTo(Claim.Progress.MATCHED);
        assertThat(claim("c").orderId()).isEqualTo(ORDER);
        assertThat(history.balance().estimated()).isEqualTo(100);
        assertThat(history.tell(grant("c", 100))).isEqualTo(new Refused("claim-is-matched"));
    }

    @Test
    void matchesAClaimWithTheOrderThatIsThere() {
        history.tell(atBookshop("B-1", 4_000), claim("c", "B-1"), claim("twice", "B-1"));

        assertThat(claim("c").state()).isEqualTo(Claim.Progress.MATCHED);
        assertThat(claim("twice").state()).isEqualTo(Claim.Progress.REFUSED);
        assertThat(claim("twice").reason()).isEqualTo("already claimed as c");
    }

    @Test
    void grantsAClaimOnceEvenWhenTheOrderComesAfterwards() {
        history.tell(claim("c", "B-1"), grant("c", 100));
        assertThat(history.balance().available()).isEqualTo(100);

        history.tell(atBookshop("B-1", 4_000));
        assertThat(history.balance().estimated()).isZero();
        assertThat(history.order().lines().getFirst().reason()).isEqualTo("already granted on your claim c");
    }

    @Test
    void inv4_goesBelowZeroOnlyWhereTheMerchantAllowsIt() {
        spend("generous farm");
        history.tell(returned("r", 1, 2));

        assertThat(history.balance()).isEqualTo(new Balance("GBP", 0, 0, -600, 0, 600, 0, 600, 600));
        adjust("a", 700);
        assertThat(history.lots("GBP").lots()).extracting(Lot::minor).containsExactly(100L);
    }

    @Test
    void owesWhatIsClawedBackElsewhereAndOffsetsItAgainstTheNextMoney() {
        spend("farm");
        history.tell(returned("r", 1, 2));
        assertThat(history.balance()).isEqualTo(new Balance("GBP", 0, 0, 0, 0, 600, -600, 600, 600));

        adjust("a", 700);
        assertThat(history.balance().available()).isEqualTo(100);
        assertThat(history.balance().owed()).isZero();
        assertThat(history.summary().getLast()).endsWith("available->owed 600 [offset: 600 of 600 owed]");
        assertThat(history.lots("GBP").total()).isEqualTo(100);
    }

    @Test
    void spendsTheFirstToExpireFirstAndExpiresOnlyTheUnspentRest() {
        have(400);
        history.pass(Duration.ofDays(10));
        adjust("later", 400);
        withMethod();
        history.tell(request("w", 500));

        history.pass(Duration.ofDays(20));
        assertThat(history.balance().available()).isEqualTo(300);
        history.pass(Duration.ofDays(30));
        assertThat(history.balance().available()).isZero();
        assertThat(history.summary().getLast()).contains(" expired lot ", " available->house 300 ");
    }

    @Test
    void expiresAgainWhatAFailedWithdrawalGivesBackToALotOfThePast() {
        have(600);
        withMethod();
        history.tell(request("w", 600));
        history.pass(Duration.ofDays(40));
        history.tell(new WithdrawalFailed(cause("f"), ALICE, "w", "no such account"));
        assertThat(history.balance().available()).isEqualTo(600);

        history.pass(Duration.ofMinutes(1));
        assertThat(history.balance().available()).isZero();
    }

    @Test
    void saysOfWhatExpiresWhichOrderHadBroughtIt() {
        history.tell(paid(Channel.SHOP, line(1, "groceries", "own", 2, 20_000)), completed());
        withMethod();
        history.tell(request("w", 600), new WithdrawalFailed(cause("f"), ALICE, "w", "no such account"));
        adjust("more", 100);

        history.pass(Duration.ofDays(40));

        var expired = history.entries().stream().filter(entry -> entry.kind() == Kind.EXPIRED);
        assertThat(expired)
                .extracting(entry -> entry.about().orderId(), Entry::minor)
                .containsExactly(tuple(ORDER, 600L), tuple(null, 100L));
    }

    private void have(long minor) {
        adjust("have", minor);
    }

    private void adjust(String id, long minor) {
        history.tell(propose(id, minor), new AdjustmentDecided(cause("yes-" + id), ALICE, id, true, "otto", null));
    }

    /** 600 were earned there, and are paid out. */
    private void spend(String merchant) {
        history.tell(paid(Channel.SHOP, line(1, "groceries", merchant, 2, 20_000)), completed());
        withMethod();
        history.tell(request("w", 600), new WithdrawalSettled(cause("s"), ALICE, "w", "bank-1"));
    }

    private void withMethod() {
        history.tell(method());
        history.pass(DAYS);
    }

    private String refusal(String id, long minor) {
        history.tell(request(id, minor));
        assertThat(withdrawal(id).state()).isEqualTo(Withdrawal.Progress.REFUSED);
        return requireNonNull(withdrawal(id).reason());
    }

    private Withdrawal withdrawal(String id) {
        return requireNonNull((Withdrawal) history.at(Withdrawal.key(id)));
    }

    private Adjustment adjustment(String id) {
        return requireNonNull((Adjustment) history.at(Adjustment.key(id)));
    }

    private Claim claim(String id) {
        return requireNonNull((Claim) history.at(Claim.key(id)));
    }

    private static PayoutMethodSet method() {
        return new PayoutMethodSet(cause("method"), ALICE, "iban", "DE02120300000000202051", "Alice", NOW);
    }

    private static WithdrawalRequested request(String id, long minor) {
        return new WithdrawalRequested(cause("request-" + id), ALICE, id, "GBP", minor, id + minor, NOW);
    }

    private static AdjustmentProposed propose(String id, long minor) {
        return new AdjustmentProposed(cause("propose-" + id), ALICE, id, "GBP", minor, "goodwill", "olga", NOW);
    }

    private static ClaimFiled claim(String id, String number) {
        return new ClaimFiled(cause("claim-" + id), ALICE, id, "bookshop", number, NOW, "GBP", 4_000, null, NOW);
    }

    private static ClaimDecided grant(String id, long minor) {
        return new ClaimDecided(cause("grant-" + id), ALICE, id, "GBP", minor, "receipt seen", "olga");
    }
}
