package com.rebatesuite.rebate.ledger;

import static com.rebatesuite.rebate.ledger.Orders.ALICE;
import static com.rebatesuite.rebate.ledger.Orders.NOW;
import static com.rebatesuite.rebate.ledger.Orders.ORDER;
import static com.rebatesuite.rebate.ledger.Orders.cancelled;
import static com.rebatesuite.rebate.ledger.Orders.cause;
import static com.rebatesuite.rebate.ledger.Orders.completed;
import static com.rebatesuite.rebate.ledger.Orders.groceries;
import static com.rebatesuite.rebate.ledger.Orders.line;
import static com.rebatesuite.rebate.ledger.Orders.paid;
import static com.rebatesuite.rebate.ledger.Orders.returned;
import static com.rebatesuite.rebate.ledger.Orders.settled;
import static com.rebatesuite.rebate.ledger.Orders.withoutRule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.rebatesuite.rebate.earning.Coupon;
import com.rebatesuite.rebate.ledger.Decision.Ignored;
import com.rebatesuite.rebate.ledger.Decision.Refused;
import com.rebatesuite.rebate.ledger.Decision.Remembered;
import com.rebatesuite.rebate.ledger.Input.AmendedLine;
import com.rebatesuite.rebate.ledger.Input.CouponIssued;
import com.rebatesuite.rebate.ledger.Input.OrderCompleted;
import com.rebatesuite.rebate.ledger.Input.OrderDelivered;
import com.rebatesuite.rebate.ledger.Input.RebateAmended;
import com.rebatesuite.rebate.ledger.Input.RebateRejected;
import com.rebatesuite.rebate.ledger.Input.ReturnReceived;
import com.rebatesuite.rebate.ledger.Input.ReturnedLine;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of the rebate of an order. */
class LedgerTest {

    private final History history = new History(ALICE);

    @Test
    void estimatesEachLineOfAPaidOrderByItsRuleAndSaysHow() {
        history.tell(paid(Channel.SHOP, groceries(1, 2, 950), withoutRule(2, 1, 1250)));

        assertThat(history.summary())
                .containsExactly("1 earned line 1 house->estimated 28 groceries-3/1 [rate: 950 x 3.00 % = 28.5 -> 28]");
        assertThat(history.balance()).isEqualTo(new Balance("GBP", 28, 0, 0, 0, 0, 0, 28, 0));
        assertThat(history.order().state()).isEqualTo(OrderState.ESTIMATED);
        assertThat(history.order().lines().getLast().reason())
                .isEqualTo("no rule for merchant pottery, category kitchen");
        assertThat(history.order().expectedAt()).isEqualTo(NOW.plus(Duration.ofDays(14)));
    }

    @Test
    void completesOwnGoodsStraightToAvailable() {
        history.tell(paid(Channel.SHOP, groceries(1, 2, 900)), completed());

        assertThat(history.summary())
                .containsExactly(
                        "1 earned line 1 house->estimated 27 groceries-3/1 [rate: 900 x 3.00 % = 27]",
                        "2 confirmed line 1 estimated->confirmed 27 groceries-3/1 []",
                        "3 released line 1 lot 3 confirmed->available 27 groceries-3/1 []");
        assertThat(history.balance()).isEqualTo(new Balance("GBP", 0, 0, 27, 0, 0, 0, 27, 0));
        assertThat(history.account().version()).isEqualTo(2);
        assertThat(history.lots("GBP").lots()).containsExactly(new Lot(3, 27, NOW.plus(Duration.ofDays(30)), ORDER));
    }

    @Test
    void putsAllThatOneDecisionReleasesIntoOneLot() {
        history.tell(paid(Channel.SHOP, groceries(1, 2, 900), groceries(2, 1, 100)), completed());

        assertThat(history.lots("GBP").lots()).containsExactly(new Lot(4, 30, NOW.plus(Duration.ofDays(30)), ORDER));
    }

    @Test
    void holdsAPartnersRebateUntilThePartnerHasSettled() {
        history.tell(paid(Channel.PARTNER, groceries(1, 2, 900)), completed());
        assertThat(history.balance()).isEqualTo(new Balance("GBP", 0, 27, 0, 0, 0, 0, 27, 0));

        history.tell(settled());
        assertThat(history.balance()).isEqualTo(new Balance("GBP", 0, 0, 27, 0, 0, 0, 27, 0));
        assertThat(history.order().state()).isEqualTo(OrderState.AVAILABLE);
    }

    @Test
    void remembersASettlementThatComesBeforeCompletionAndEvenBeforePayment() {
        assertThat(history.tell(settled())).isInstanceOf(Remembered.class);
        assertThat(history.account()).isEqualTo(Account.open(ALICE));

        history.tell(paid(Channel.PARTNER, groceries(1, 2, 900)));
        assertThat(history.balance()).isEqualTo(new Balance("GBP", 27, 0, 0, 0, 0, 0, 27, 0));

        history.tell(completed());
        assertThat(history.balance()).isEqualTo(new Balance("GBP", 0, 0, 27, 0, 0, 0, 27, 0));
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
        assertThat(history.balance()).isEqualTo(new Balance("GBP", 0, 0, 0, 0, 0, 0, 27, 27));
        assertThat(history.order().state()).isEqualTo(OrderState.REVERSED);
    }

    @Test
    void takesBackWhatIsAvailableFromItsOwnLotAndConfirmsOnlyTheRest() {
        history.tell(paid(Channel.SHOP, groceries(1, 2, 900)), returned("a", 1, 1), completed(), returned("b", 1, 1));

        assertThat(history.summary().subList(2, 5))
                .containsExactly(
                        "3 confirmed line 1 estimated->confirmed 13 groceries-3/1 []",
                        "4 released line 1 lot 4 confirmed->available 13 groceries-3/1 []",
                        "5 clawed-back line 1 lot 4 available->house 13 groceries-3/1 [reversal: 2 of 2 units back: 27 of 27, less 14 before]");
        assertThat(history.balance().lifetime()).isZero();
        assertThat(history.lots("GBP").lots()).isEmpty();
    }

    @Test
    void countsGoodAndDamagedUnitsOfOneLineTogether() {
        history.tell(
                paid(Channel.SHOP, groceries(1, 3, 100)),
                new ReturnReceived(
                        cause("return"), ALICE, ORDER, "a", List.of(new ReturnedLine(1, 1), new ReturnedLine(1, 2))));

        assertThat(history.summary().getLast()).startsWith("2 reversed line 1 estimated->house 3 ");
    }

    @Test
    void reversesEverythingOfACancelledOrder() {
        history.tell(paid(Channel.SHOP, groceries(1, 2, 900), withoutRule(2, 1, 1)), cancelled());

        assertThat(history.balance()).isEqualTo(new Balance("GBP", 0, 0, 0, 0, 0, 0, 27, 27));
        assertThat(history.order().state()).isEqualTo(OrderState.CANCELLED);
        assertThat(history.tell(returned("a", 1, 1))).isEqualTo(new Ignored("cancelled"));
        assertThat(history.tell(completed())).isEqualTo(new Ignored("nothing-left"));
    }

    @Test
    void ignoresTheSameEventAndTheSameFactUnderAnotherId() {
        history.tell(paid(Channel.SHOP, groceries(1, 2, 900)));

        assertThat(history.tell(paid(Channel.SHOP, groceries(1, 2, 900)))).isEqualTo(new Ignored("already-paid"));
        assertThat(history.tell(paid(cause("again"), Channel.SHOP, groceries(1, 2, 900))))
                .isEqualTo(new Ignored("already-paid"));

        history.tell(returned("a", 1, 1), completed());
        assertThat(history.tell(new ReturnReceived(cause("again"), ALICE, ORDER, "a", List.of(new ReturnedLine(1, 1)))))
                .isEqualTo(new Ignored("already-returned"));
        assertThat(history.tell(new OrderCompleted(cause("again"), ALICE, ORDER)))
                .isEqualTo(new Ignored("already-completed"));
    }

    @Test
    void refusesWhatContradictsWhatItKnows() {
        assertThat(history.tell(returned("a", 1, 1))).isEqualTo(new Refused("unknown-order"));
        assertThat(history.tell(completed())).isEqualTo(new Refused("unknown-order"));
        assertThat(history.tell(amended("a", 1, 100))).isEqualTo(new Refused("unknown-order"));
        assertThat(history.tell(rejected("r", null))).isEqualTo(new Refused("unknown-order"));

        history.tell(paid(Channel.SHOP, groceries(1, 2, 900)));
        assertThat(history.tell(returned("a", 1, 3))).isEqualTo(new Refused("too-many-units"));
        assertThat(history.tell(returned("a", 2, 1))).isEqualTo(new Refused("unknown-line"));
        assertThat(history.tell(amended("a", 2, 100))).isEqualTo(new Refused("unknown-line"));
        assertThat(history.tell(rejected("r", List.of(1, 2)))).isEqualTo(new Refused("unknown-line"));
        assertThat(history.account().version()).isEqualTo(1);
    }

    @Test
    void isNotSurprisedByTheEndOfAnOrderThatWasNeverPaid() {
        assertThat(history.tell(cancelled())).isEqualTo(new Ignored("not-paid"));
        assertThat(history.tell(new OrderDelivered(cause("there"), ALICE, ORDER, NOW)))
                .isEqualTo(new Ignored("not-paid"));
    }

    @Test
    void knowsWithTheDeliveryWhenTheRebateIsExpected() {
        var ends = NOW.plus(Duration.ofDays(20));
        history.tell(paid(Channel.SHOP, groceries(1, 2, 900)));

        history.tell(new OrderDelivered(cause("delivered"), ALICE, ORDER, ends));
        assertThat(history.order().expectedAt()).isEqualTo(ends);
        assertThat(history.recordings().getLast().entries()).isEmpty();
        assertThat(history.tell(new OrderDelivered(cause("delivered"), ALICE, ORDER, ends)))
                .isEqualTo(new Ignored("nothing-new"));
    }

    @Test
    void cutsAndRaisesWhatIsEstimatedInProportion() {
        history.tell(paid(Channel.PARTNER, groceries(1, 4, 900)), returned("a", 1, 1), amended("cut", 1, 450));
        assertThat(history.summary().getLast())
                .isEqualTo(
                        "3 amended line 1 estimated->house 10 groceries-3/1 [amendment: a new price: 4.50 GBP instead of 9.00 GBP]");
        assertThat(history.order().lines().getFirst().earned()).isEqualTo(14);
        assertThat(history.order().lines().getFirst().reversed()).isEqualTo(4);

        history.tell(amended("raise", 1, 1800));
        assertThat(history.balance().estimated()).isEqualTo(42);
        assertThat(history.tell(amended("raise", 1, 1800))).isEqualTo(new Ignored("already-amended"));
    }

    @Test
    void clawsBackACutOfWhatIsAvailable() {
        history.tell(paid(Channel.SHOP, groceries(1, 2, 900)), completed(), amended("cut", 1, 450));
        assertThat(history.summary().getLast()).startsWith("4 clawed-back line 1 lot 3 available->house 13 ");

        history.tell(amended("raise", 1, 900));
        assertThat(history.summary().getLast()).startsWith("5 amended line 1 lot 5 house->available 14 ");
        assertThat(history.lots("GBP").total()).isEqualTo(28);
    }

    @Test
    void rejectsLinesWithAReasonAndTheOrderWhenNothingIsLeft() {
        history.tell(paid(Channel.PARTNER, groceries(1, 2, 900), groceries(2, 1, 100)));

        history.tell(rejected("one", List.of(1)));
        assertThat(history.order().lines().getFirst().reason()).isEqualTo("bought with a foreign voucher");
        assertThat(history.order().state()).isEqualTo(OrderState.ESTIMATED);
        assertThat(history.balance().estimated()).isEqualTo(3);

        history.tell(completed(), rejected("rest", null));
        assertThat(history.order().state()).isEqualTo(OrderState.REJECTED);
        assertThat(history.summary().getLast())
                .isEqualTo(
                        "5 rejected line 2 confirmed->house 3 groceries-3/1 [rejection: bought with a foreign voucher]");
        assertThat(history.tell(rejected("rest", null))).isEqualTo(new Ignored("already-rejected"));
        assertThat(history.tell(settled())).isEqualTo(new Ignored("nothing-left"));
    }

    @Test
    void addsACouponOnTopAndTakesTheBonusBackWithItsBase() {
        history.tell(coupon("c1", "monday"), paid(Channel.SHOP, groceries(1, 2, 1000)), returned("a", 1, 1));

        assertThat(history.order().lines().getFirst().parts())
                .extracting(PartRebate::earned)
                .containsExactly(30L, 20L);
        assertThat(history.order().lines().getFirst().parts())
                .extracting(PartRebate::reversed)
                .containsExactly(15L, 10L);
        assertThat(history.entries().get(1).about().couponId()).isEqualTo("c1");
    }

    @Test
    void inv12_acceptsOneCouponPerCampaignAndWindowForEver() {
        history.tell(coupon("c1", "monday"), paid(Channel.SHOP, groceries(1, 2, 1000)));

        assertThat(history.tell(coupon("c1", "monday"))).isEqualTo(new Ignored("coupon-already-issued"));
        assertThat(history.tell(coupon("c2", "monday"))).isEqualTo(new Ignored("coupon-already-issued"));
        assertThat(history.tell(coupon("c2", "tuesday"))).isInstanceOf(Remembered.class);
    }

    @Test
    void rejectsNonsenseAtTheDoor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> groceries(1, 0, 900))
                .withMessage("quantity: 0 (expected: >= 1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> groceries(1, 1, -1))
                .withMessage("base: -1 (expected: >= 0)");
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
        history.tell(paid(Channel.SHOP, line(1, "groceries", "farm", 2, 900)));

        assertThat(EntryHash.canonical(
                        "al\\i\nce", cause("paid"), NOW, history.entries().getFirst()))
                .isEqualTo("""
                        user_id=al\\\\i\\nce
                        sequence=1
                        kind=earned
                        order_id=019b76da-a800-7000-8000-000000000001
                        line=1
                        part=1
                        withdrawal_id=
                        adjustment_id=
                        claim_id=
                        lot=0
                        from=house
                        to=estimated
                        currency=GBP
                        minor=27
                        rule_id=groceries-3
                        rule_version=1
                        coupon_id=
                        cause_source=/order-service
                        cause_id=paid
                        cause_type=paid.v1
                        recorded_at=2026-01-05T10:15:30Z
                        step=rate|900 x 3.00 % = 27|27
                        """);
    }

    private static RebateAmended amended(String id, int line, long base) {
        return new RebateAmended(
                cause(id), ALICE, ORDER, id, List.of(new AmendedLine(line, "GBP", base)), "a new price");
    }

    private static RebateRejected rejected(String id, @Nullable List<Integer> lines) {
        return new RebateRejected(cause(id), ALICE, ORDER, id, lines, "bought with a foreign voucher");
    }

    private static CouponIssued coupon(String id, String window) {
        var coupon = new Coupon(id, "tea", window, "groceries", 200, NOW, NOW.plus(Duration.ofDays(1)));
        return new CouponIssued(cause("issued-" + id), ALICE, coupon);
    }
}
