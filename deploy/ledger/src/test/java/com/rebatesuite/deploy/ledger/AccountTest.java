package com.rebatesuite.deploy.ledger;

import static com.rebatesuite.deploy.ledger.Writer.gbp;
import static com.rebatesuite.deploy.ledger.Writer.line;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.deploy.ledger.Decision.Balance;
import com.rebatesuite.deploy.ledger.Decision.Entry;
import com.rebatesuite.deploy.ledger.Decision.Withdrawal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class AccountTest {

    @Test
    void findsNothingInARightLedger() {
        var ledger = Writer.withThirtyPence();
        ledger.move("clawed-back", "available", "house", 15).decide("return", line(2, 1, 30, 15), null);
        ledger.move("reserved", "available", "reserved", 10, "w-1")
                .decide("request", null, new Withdrawal("w-1", "held", gbp(10)));
        ledger.move("paid", "reserved", "paid", 10, "w-1").decide("paid", null, new Withdrawal("w-1", "paid", gbp(10)));

        assertThat(claims(ledger.decisions())).isEmpty();
    }

    @Test
    void seesAMissingAndARepeatedDecision() {
        var decisions = Writer.withThirtyPence().decisions();

        assertThat(claims(decisions.subList(1, 2)))
                .contains("versions have no gap", "entries have no gap", "the chain of hashes holds");
        assertThat(claims(List.of(decisions.getFirst(), decisions.getFirst())))
                .contains("versions have no gap", "INV-5 one cause, one effect");
    }

    @Test
    void seesAnAmountThatWasChangedLater() {
        var decisions = changed(0, decision -> withEntry(decision, 31));

        assertThat(claims(decisions)).contains("the chain of hashes holds", "INV-2 balance = fold of entries");
    }

    @Test
    void seesABalanceThatIsNotTheSumOfItsEntries() {
        var decisions = changed(1, decision -> withBalance(decision, 29));

        assertThat(claims(decisions)).containsExactly("INV-2 balance = fold of entries");
    }

    @Test
    void seesACentThatTheRateDoesNotGive() {
        var ledger = new Writer();
        ledger.move("earned", "house", "estimated", 29).decide("paid", line(2, 0, 29, 0), null);

        assertThat(claims(ledger.decisions())).containsExactly("earned = round(base x rate)");
    }

    @Test
    void seesThatTooLittleWasTakenBack() {
        var ledger = Writer.withThirtyPence();
        ledger.move("clawed-back", "available", "house", 14).decide("return", line(2, 1, 30, 14), null);

        assertThat(claims(ledger.decisions())).containsExactly("reversed = round(earned x returned / sold)");
    }

    @Test
    void knowsThatARejectionOfAvailableMoneyIsAClawback() {
        var ledger = Writer.withThirtyPence().because("rebate-rejected.v1");
        ledger.move("clawed-back", "available", "house", 30).decide("rejected", line(2, 0, 30, 30), null);

        assertThat(claims(ledger.decisions())).isEmpty();
    }

    @Test
    void seesALineThatSaysOtherThanItsEntries() {
        var ledger = Writer.withThirtyPence();
        ledger.move("clawed-back", "available", "house", 15).decide("return", line(2, 2, 30, 30), null);

        assertThat(claims(ledger.decisions())).containsExactly("the rest of a line is the sum of its entries");
    }

    @Test
    void inv3_seesThatMoreWasTakenBackThanGiven() {
        var ledger = Writer.withThirtyPence();
        ledger.move("clawed-back", "available", "house", 31).decide("return", line(2, 2, 30, 31), null);

        assertThat(claims(ledger.decisions())).contains("INV-3 0 <= reversed <= earned");
    }

    @Test
    void seesAMoveThatItsKindDoesNotMake() {
        var ledger = Writer.withThirtyPence();
        ledger.move("released", "house", "available", 5).decide("gift", null, null);

        assertThat(claims(ledger.decisions())).containsExactly("an entry moves what its kind may move");
    }

    @Test
    void seesAWithdrawalWhoseMoneyIsElsewhere() {
        var ledger = Writer.withThirtyPence();
        ledger.move("reserved", "available", "reserved", 10, "w-1")
                .decide("request", null, new Withdrawal("w-1", "paid", gbp(10)));

        assertThat(claims(ledger.decisions())).containsExactly("a withdrawal's money is where its state says");
    }

    @Test
    void seesABucketBelowZero() {
        var ledger = Writer.withThirtyPence();
        ledger.move("paid", "reserved", "paid", 10).decide("paid", null, null);

        assertThat(claims(ledger.decisions())).contains("no bucket is on the wrong side of zero");
    }

    private static Iterable<String> claims(List<Decision> decisions) {
        var findings = new Findings();
        var account = new Account("alice");
        decisions.forEach(decision -> account.take(decision, findings));
        return findings.counts().keySet().stream().sorted().toList();
    }

    private static List<Decision> changed(int index, UnaryOperator<Decision> change) {
        var decisions = new ArrayList<>(Writer.withThirtyPence().decisions());
        decisions.set(index, change.apply(decisions.get(index)));
        return decisions;
    }

    private static Decision withEntry(Decision decision, long minor) {
        var entry = decision.entries().getFirst();
        return with(decision, List.of(with(entry, minor)), decision.balances());
    }

    private static Decision withBalance(Decision decision, long available) {
        var balance = decision.balances().getFirst();
        return with(
                decision,
                decision.entries(),
                List.of(new Balance(
                        "GBP", 0, 0, available, 0, 0, 0, balance.lifetime(), balance.earned(), balance.reversed())));
    }

    private static Decision with(Decision decision, List<Entry> entries, List<Balance> balances) {
        return new Decision(
                decision.userId(),
                decision.sequence(),
                decision.recordedAt(),
                decision.cause(),
                entries,
                balances,
                decision.order(),
                decision.withdrawal());
    }

    private static Entry with(Entry entry, long minor) {
        return new Entry(
                entry.sequence(),
                entry.kind(),
                entry.orderId(),
                entry.line(),
                entry.part(),
                entry.withdrawalId(),
                entry.adjustmentId(),
                entry.claimId(),
                entry.lot(),
                entry.from(),
                entry.to(),
                gbp(minor),
                entry.ruleId(),
                entry.ruleVersion(),
                entry.couponId(),
                entry.steps(),
                entry.previousHash(),
                entry.hash());
    }
}
