package com.rebatesuite.rebate.adjustment;

import static com.rebatesuite.rebate.ToyLedger.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rebatesuite.rebate.ToyLedger;
import com.rebatesuite.rebate.adjustment.DecideAdjustment.Answer;
import com.rebatesuite.rebate.adjustment.DecideAdjustment.Verdict;
import com.rebatesuite.rebate.adjustment.Preview.Booking;
import com.rebatesuite.rebate.adjustment.Preview.Money;
import com.rebatesuite.rebate.command.Awaiting;
import com.rebatesuite.rebate.command.Patience;
import com.rebatesuite.rebate.command.TestAwaiting;
import com.rebatesuite.rebate.keyed.IdempotencyKey;
import com.rebatesuite.rebate.keyed.KeyReused;
import com.rebatesuite.rebate.view.AccountView;
import com.rebatesuite.rebate.view.BalanceView;
import com.rebatesuite.rebate.view.MoneyView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdjustmentsTest {

    private static final Patience NONE = new Patience(Duration.ZERO);
    private static final IdempotencyKey KEY = new IdempotencyKey("key");

    private final ToyLedger ledger = new ToyLedger();
    private final Awaiting awaiting = TestAwaiting.create();
    private final ProposeAdjustment propose = new ProposeAdjustment(ledger.views, ledger.commands, awaiting);
    private final DecideAdjustment decide = new DecideAdjustment(ledger.views, ledger.commands, awaiting);

    @BeforeEach
    void haveAShopper() {
        ledger.give("shopper-1", 100);
    }

    @Test
    void proposesOnceForAKey() {
        assertThat(propose.propose(KEY, wanted(250), NONE))
                .isInstanceOfSatisfying(
                        ProposeAdjustment.Answer.Proposed.class,
                        first -> assertThat(first.again()).isFalse());
        assertThat(propose.propose(KEY, wanted(250), NONE))
                .isInstanceOfSatisfying(
                        ProposeAdjustment.Answer.Proposed.class,
                        first -> assertThat(first.again()).isTrue());

        assertThat(ledger.commands.sent()).containsExactly(wanted(250));
        assertThatThrownBy(() -> propose.propose(KEY, wanted(251), NONE)).isInstanceOf(KeyReused.class);
    }

    /** The ledger keeps the first of two proposals under one key: the second caller learns it from what stands. */
    @Test
    void tellsWhoLostTheKeyToAnotherProposalAtTheSameMoment() {
        ledger.commands.ledger(command -> ledger.hear(wanted(1)));

        assertThatThrownBy(() -> propose.propose(KEY, wanted(250), NONE)).isInstanceOf(KeyReused.class);
    }

    @Test
    void tellsWhoProposedThatHeCannotApprove() {
        var id = proposed(250);

        assertThat(decide.decide(id, approvedBy("olga"), NONE)).isInstanceOf(Answer.SamePerson.class);
        assertThat(ledger.commands.sent()).hasSize(1);
    }

    @Test
    void letsWhoProposedTakeItBack() {
        var id = proposed(250);

        assertThat(decide.decide(id, new Verdict(false, "olga", "a mistake of mine"), NONE))
                .isInstanceOf(Answer.Decided.class);
    }

    @Test
    void tellsTheLedgerNothingOfWhatIsDecided() {
        var id = proposed(250);
        decide.decide(id, approvedBy("oscar"), NONE);

        assertThat(decide.decide(id, approvedBy("otto"), NONE)).isInstanceOf(Answer.Decided.class);
        assertThat(decide.decide(id, new Verdict(false, "otto", null), NONE)).isInstanceOf(Answer.Otherwise.class);
        assertThat(ledger.commands.sent()).hasSize(2);
    }

    @Test
    void saysThatAnApprovalWasInVainWhereTooLittleIsAvailable() {
        var id = proposed(-101);

        assertThat(decide.decide(id, approvedBy("oscar"), NONE))
                .isInstanceOfSatisfying(
                        Answer.Otherwise.class,
                        otherwise -> assertThat(otherwise.adjustment().detail()).isEqualTo("not-available"));
    }

    /** One approves, one refuses, at the same moment: one of them has his way, the other is told, the money moves once. */
    @ParameterizedTest(name = "round {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void letsOneOfTwoOperatorsDecide(int round) throws InterruptedException, ExecutionException {
        var id = proposed(250 + round);
        Callable<Answer> approve = () -> decide.decide(id, approvedBy("oscar"), Patience.USUAL);
        Callable<Answer> refuse = () -> decide.decide(id, new Verdict(false, "otto", null), Patience.USUAL);
        var answers = new ArrayList<Answer>();
        try (var operators = Executors.newFixedThreadPool(8)) {
            for (var answer : operators.invokeAll(List.of(approve, refuse, approve, refuse))) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).filteredOn(Answer.Decided.class::isInstance).hasSize(2);
        assertThat(answers).filteredOn(Answer.Otherwise.class::isInstance).hasSize(2);
        var booked = ledger.views.adjustment(id).orElseThrow().value().state().equals("booked");
        assertThat(ledger.views.account("shopper-1").balances().getFirst().available())
                .isEqualTo(booked ? 350 + round : 100);
    }

    @Test
    void showsThatWhatIsOwedIsTakenFromWhatIsGiven() {
        var account = account(0, -40);

        assertThat(Preview.of(account, pounds(100)))
                .isEqualTo(new Preview(
                        "shopper-1",
                        pounds(100),
                        true,
                        List.of(
                                new Booking("adjusted", "house", "available", 100),
                                new Booking("offset", "available", "owed", 40)),
                        new Money(0, -40),
                        new Money(60, 0)));
        assertThat(Preview.of(account, pounds(30)).after()).isEqualTo(new Money(0, -10));
    }

    @Test
    void showsThatNothingIsTakenThatIsNotThere() {
        var account = account(100, 0);

        assertThat(Preview.of(account, pounds(-101)).bookable()).isFalse();
        assertThat(Preview.of(account, pounds(-100)).after()).isEqualTo(new Money(0, 0));
        assertThat(Preview.of(account, new MoneyView("EUR", -1)).bookable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, AdjustmentProposed.MOST + 1, -AdjustmentProposed.MOST - 1, Long.MIN_VALUE})
    void isNeverNothingAndNeverWithoutBounds(long minor) {
        assertThatThrownBy(() -> wanted(minor)).hasMessageContaining("expected: -1000000000..1000000000, not 0");
    }

    private String proposed(long minor) {
        propose.propose(KEY, wanted(minor), NONE);
        return wanted(minor).adjustmentId();
    }

    private static Verdict approvedBy(String operator) {
        return new Verdict(true, operator, null);
    }

    private static AdjustmentProposed wanted(long minor) {
        return AdjustmentProposed.of(KEY, "shopper-1", pounds(minor), "goodwill for a late parcel", "olga");
    }

    private static AccountView account(long available, long owed) {
        return new AccountView(
                "shopper-1",
                1,
                ToyLedger.NOW,
                List.of(new BalanceView("GBP", 0, 0, available, 0, 0, owed, available, available + owed, 0)));
    }
}
