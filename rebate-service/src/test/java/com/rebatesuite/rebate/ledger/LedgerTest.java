package com.rebatesuite.rebate.ledger;

import static com.rebatesuite.rebate.ledger.Orders.ALICE;
import static com.rebatesuite.rebate.ledger.Orders.NOW;
import static com.rebatesuite.rebate.ledger.Orders.ORDER;
import static com.rebatesuite.rebate.ledger.Orders.cancelled;
import static com.rebatesuite.rebate.ledger.Orders.completed;
import static com.rebatesuite.rebate.ledger.Orders.groceries;
import static com.rebatesuite.rebate.ledger.Orders.paid;
import static com.rebatesuite.rebate.ledger.Orders.returned;
import static com.rebatesuite.rebate.ledger.Orders.settled;
import static com.rebatesuite.rebate.ledger.Orders.withoutRule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.rebatesuite.rebate.ledger.Decision.Ignored;
import com.rebatesuite.rebate.ledger.Decision.Refused;
import com.rebatesuite.rebate.ledger.Decision.Remembered;
import com.rebatesuite.rebate.ledger.Input.OrderCompleted;
import com.rebatesuite.rebate.ledger.Input.OrderPaid;
import com.rebatesuite.rebate.ledger.Input.ReturnReceived;
import com.rebatesuite.rebate.ledger.Input.ReturnedLine;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private final History history = new History(ALICE);

    @Test
    void estimatesEachLineOfAPaidOrderByItsRuleAndSaysHow() {
        history.tell(paid(Channel.SHOP, groceries(1, 2, 950), withoutRule(2, 1, 1250)));

        assertThat(history.summary())
                .containsExactly(
                        "1 earned line 1 house->estimated 28 groceries-3/1 [rate: 950 x 3.00 % = 28.5 -> 28]",
                        "2 earned line 2 house->estimated 0 - [no-rule: no rule for merchant pottery, category kitchen]");
        assertThat(history.balance()).isEqualTo(new Balance("GBP", 28, 0, 0, 0, 0, 28, 0));
        assertThat(history.order().state()).isEqualTo(OrderState.ESTIMATED);
    }

    @Test
    void completesOwnGoodsStraightToAvailable() {
        history.tell(paid(Channel.SHOP, groceries(1, 2, 900)), completed());

        assertThat(history.summary())
                .containsExactly(
                        "1 earned line 1 house->estimated 27 groceries-3/1 [rate: 900 x 3.00 % = 27]",
                        "2 confirmed line 1 estimated->confirmed 27 groceries-3/1 []",
                        "3 released line 1 confirmed->available 27 groceries-3/1 []");
        assertThat(history.balance()).isEqualTo(new Balance("GBP", 0, 0, 27, 0, 0, 27, 0));
        assertThat(history.account().version()).isEqualTo(2);
    }

    @Test
    void holdsAPartnersRebateUntilThePartnerHasSettled() {
        history.tell(paid(Channel.PARTNER, groceries(1, 2, 900)), completed());
        assertThat(history.balance()).isEqualTo(new Balance("GBP", 0, 27, 0, 0, 0, 27, 0));

        history.tell(settled());
        assertThat(history.balance()).isEqualTo(new Balance("GBP", 0, 0, 27, 0, 0, 27, 0));
        assertThat(history.order().state()).isEqualTo(OrderState.AVAILABLE);
    }

    @Test
    void remembersASettlementThatComesBeforeCompletionAndEvenBeforePayment() {
        assertThat(history.tell(settled())).isInstanceOf(Remembered.class);
        assertThat(history.account()).isEqualTo(Account.open(ALICE));

        history.tell(paid(Channel.PARTNER, groceries(1, 2, 900)));
        assertThat(history.balance()).isEqualTo(new Balance("GBP", 27, 0, 0, 0, 0, 27, 0));

        history.tell(completed());
        assertThat(history.balance()).isEqualTo(new Balance("GBP", 0, 0, 27, 0, 0, 27, 0));
    }

    @Test
    void reversesUnitByUnitToTheCentAndAFullReturnLeavesNothing() {
        history.tell(
                paid(Channel.SHOP, groceries(1, 4, 900)),
                returned("a", 1, 1),
                returned("b", 1, 2),
                returned("c", 1, 1));

        assertThat(history.summary())
                .containsExactly(
                        "1 earned line 1 house->estimated 27 groceries-3/1 [rate: 900 x 3.00 % = 27]",
                        "2 reversed line 1 estimated->house 7 groceries-3/1 [reversal: 1 of 4 units back: 7 of 27, less 0 before]",
                        "3 reversed line 1 estimated->house 13 groceries-3/1 [reversal: 3 of 4 units back: 20 of 27, less 7 before]",
                        "4 reversed line 1 estimated->house 7 groceries-3/1 [reversal: 4 of 4 units back: 27 of 27, less 20 before]");
        assertThat(history.balance()).isEqualTo(new Balance("GBP", 0, 0, 0, 0, 0, 27, 27));
        assertThat(history.order().state()).isEqualTo(OrderState.REVERSED);
    }

    @Test
    void takesBackWhatIsAvailableAndConfirmsOnlyTheRest() {
        history.tell(paid(Channel.SHOP, groceries(1, 2, 900)), returned("a", 1, 1), completed(), returned("b", 1, 1));

        assertThat(history.summary().subList(2, 5))
                .containsExactly(
                        "3 confirmed line 1 estimated->confirmed 13 groceries-3/1 []",
                        "4 released line 1 confirmed->available 13 groceries-3/1 []",
                        "5 reversed line 1 available->house 13 groceries-3/1 [reversal: 2 of 2 units back: 27 of 27, less 14 before]");
        assertThat(history.balance().lifetime()).isZero();
    }

    @Test
    void countsGoodAndDamagedUnitsOfOneLineTogether() {
        history.tell(
                paid(Channel.SHOP, groceries(1, 3, 100)),
                new ReturnReceived(
                        Orders.cause("return"),
                        ALICE,
                        ORDER,
                        "a",
                        List.of(new ReturnedLine(1, 1), new ReturnedLine(1, 2))));

        assertThat(history.summary().getLast()).startsWith("2 reversed line 1 estimated->house 3 ");
    }

    @Test
    void reversesEverythingOfACancelledOrder() {
        history.tell(paid(Channel.SHOP, groceries(1, 2, 900), withoutRule(2, 1, 1)), cancelled());

        assertThat(history.balance()).isEqualTo(new Balance("GBP", 0, 0, 0, 0, 0, 27, 27));
        assertThat(history.order().state()).isEqualTo(OrderState.CANCELLED);
        assertThat(history.tell(returned("a", 1, 1))).isEqualTo(new Ignored("cancelled"));
        assertThat(history.tell(completed())).isEqualTo(new Ignored("nothing-left"));
    }

    @Test
    void ignoresTheSameEventAndTheSameFactUnderAnotherId() {
        history.tell(paid(Channel.SHOP, groceries(1, 2, 900)));

        assertThat(history.tell(paid(Channel.SHOP, groceries(1, 2, 900)))).isEqualTo(new Ignored("repeated-event"));
        assertThat(history.tell(new OrderPaid(
                        Orders.cause("again"), ALICE, ORDER, NOW, Channel.SHOP, "GBP", List.of(groceries(1, 2, 900)))))
                .isEqualTo(new Ignored("already-paid"));

        history.tell(returned("a", 1, 1), completed());
        assertThat(history.tell(
                        new ReturnReceived(Orders.cause("again"), ALICE, ORDER, "a", List.of(new ReturnedLine(1, 1)))))
                .isEqualTo(new Ignored("already-returned"));
        assertThat(history.tell(new OrderCompleted(Orders.cause("again"), ALICE, ORDER)))
                .isEqualTo(new Ignored("already-completed"));
    }

    @Test
    void refusesWhatContradictsWhatItKnows() {
        assertThat(history.tell(returned("a", 1, 1))).isEqualTo(new Refused("unknown-order"));
        assertThat(history.tell(completed())).isEqualTo(new Refused("unknown-order"));

        history.tell(paid(Channel.SHOP, groceries(1, 2, 900)));
        assertThat(history.tell(returned("a", 1, 3))).isEqualTo(new Refused("too-many-units"));
        assertThat(history.tell(returned("a", 2, 1))).isEqualTo(new Refused("unknown-line"));
        assertThat(history.account().version()).isEqualTo(1);
    }

    @Test
    void isNotSurprisedByTheEndOfAnOrderThatWasNeverPaid() {
        assertThat(history.tell(cancelled())).isEqualTo(new Ignored("not-paid"));
    }

    @Test
    void rejectsNonsenseAtTheDoor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> groceries(1, 0, 900))
                .withMessage("quantity: 0 (expected: >= 1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> groceries(1, 1, -1))
                .withMessage("minor: -1 (expected: >= 0)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> paid(Channel.SHOP, groceries(1, 1, 1), groceries(1, 1, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> paid(Channel.SHOP));
    }

    @Test
    void chainsEachEntryToTheOneBefore() {
        history.tell(paid(Channel.SHOP, groceries(1, 2, 900), groceries(2, 1, 50)), completed());

        assertThat(history.entries().getFirst().previousHash()).isEqualTo(EntryHash.NONE);
        history.verifyChain();
    }

    @Test
    void writesTheCanonicalFormAsDocumented() {
        history.tell(paid(Channel.SHOP, groceries(1, 2, 900)));

        assertThat(EntryHash.canonical(
                        "al\\i\nce",
                        Orders.cause("paid"),
                        NOW,
                        history.entries().getFirst()))
                .isEqualTo("""
                        user_id=al\\\\i\\nce
                        sequence=1
                        kind=earned
                        order_id=019b76da-a800-7000-8000-000000000001
                        line=1
                        from=house
                        to=estimated
                        currency=GBP
                        minor=27
                        rule_id=groceries-3
                        rule_version=1
                        cause_source=/order-service
                        cause_id=paid
                        cause_type=paid.v1
                        recorded_at=2026-01-05T10:15:30Z
                        step=rate|900 x 3.00 % = 27|27
                        """);
    }
}
