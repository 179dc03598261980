package com.rebatesuite.rebate.withdrawal;

import static com.rebatesuite.rebate.withdrawal.WithdrawalLedger.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rebatesuite.rebate.command.Awaiting;
import com.rebatesuite.rebate.command.AwaitingFixture;
import com.rebatesuite.rebate.command.CommandNotWritten;
import com.rebatesuite.rebate.command.Patience;
import com.rebatesuite.rebate.keyed.IdempotencyKey;
import com.rebatesuite.rebate.keyed.KeyReused;
import com.rebatesuite.rebate.store.StoreUnavailable;
import com.rebatesuite.rebate.view.MoneyView;
import com.rebatesuite.rebate.withdrawal.RequestWithdrawal.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestWithdrawalTest {

    private static final Patience SHORT = new Patience(Duration.ofMillis(20));
    private static final IdempotencyKey KEY = new IdempotencyKey("tuesday");

    private final WithdrawalLedger ledger = new WithdrawalLedger();
    private final Awaiting awaiting = AwaitingFixture.awaiting();
    private final RequestWithdrawal request = new RequestWithdrawal(
            ledger.views,
            ledger.commands,
            awaiting,
            new WithdrawalCheck(ledger.views, new WithdrawalTerms(500), Clock.fixed(NOW, ZoneOffset.UTC)));

    @Test
    void holdsWhatIsAvailable() {
        ledger.rich("ada", 1500);

        var answer = request("ada", KEY, 1000);

        assertThat(answer).isInstanceOfSatisfying(Answer.Held.class, held -> {
            assertThat(held.withdrawal().state()).isEqualTo("held");
            assertThat(held.again()).isFalse();
        });
        assertThat(ledger.money("ada")).containsExactly(500L, 1000L, 0L);
    }

    @Test
    void holdsItOnceHoweverOftenItIsAsked() {
        ledger.rich("ada", 1500);
        request("ada", KEY, 1000);

        var again = at("ada", KEY, 1000, NOW.plusSeconds(60));

        assertThat(request.request(KEY, again, SHORT))
                .isInstanceOfSatisfying(
                        Answer.Held.class, held -> assertThat(held.again()).isTrue());
        assertThat(ledger.money("ada")).containsExactly(500L, 1000L, 0L);
    }

    @Test
    void keepsTheKeysOfShoppersApart() {
        ledger.rich("ada", 1000);
        ledger.rich("bob", 1000);
        request("ada", KEY, 1000);

        assertThat(request("bob", KEY, 1000)).isInstanceOf(Answer.Held.class);
        assertThat(request("bob", new IdempotencyKey("wednesday"), 1000)).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void refusesAKeyForAnotherAmount() {
        ledger.rich("ada", 1500);
        request("ada", KEY, 1000);

        assertThatThrownBy(() -> request("ada", KEY, 500)).isInstanceOf(KeyReused.class);
        assertThat(ledger.money("ada")).containsExactly(500L, 1000L, 0L);
    }

    /** When the views know nothing yet, the ledger still knows which of the two came first. */
    @Test
    void refusesAKeyForAnotherAmountAlsoWhenTheViewsAreLate() {
        ledger.rich("ada", 1500);
        ledger.isLate();
        assertThat(request("ada", KEY, 1000)).isInstanceOf(Answer.Accepted.class);
        ledger.commands.ledger(command -> ledger.catchesUp());

        assertThatThrownBy(() -> request("ada", KEY, 500)).isInstanceOf(KeyReused.class);
        assertThat(ledger.money("ada")).containsExactly(500L, 1000L, 0L);
    }

    @Test
    void saysWhatThereIsWhenItIsNotEnough() {
        ledger.rich("ada", 900);

        assertThat(request("ada", KEY, 1000))
                .isEqualTo(
                        new Answer.Refused(new Refusal("not-available", "more than is available", pounds(900)), false));
        assertThat(ledger.money("ada")).containsExactly(900L, 0L, 0L);
    }

    /** The first answer stands, so that nobody's repeat moves money that its first request did not. */
    @Test
    void repeatsARefusalUnderItsKey() {
        ledger.rich("ada", 900);
        request("ada", KEY, 1000);
        ledger.give("ada", 1000);

        assertThat(request.request(KEY, at("ada", KEY, 1000, NOW.plusSeconds(1)), SHORT))
                .isEqualTo(
                        new Answer.Refused(new Refusal("not-available", "more than is available", pounds(900)), true));
        assertThat(request("ada", new IdempotencyKey("wednesday"), 1000)).isInstanceOf(Answer.Held.class);
    }

    @Test
    void acceptsWhatTheLedgerHasNotShownYetAndShowsItLater() {
        ledger.rich("ada", 1500);
        ledger.isLate();

        var accepted = request("ada", KEY, 1000);
        ledger.catchesUp();

        assertThat(accepted).isEqualTo(new Answer.Accepted(KEY.idOf("withdrawal", "ada", "")));
        assertThat(request.request(KEY, at("ada", KEY, 1000, NOW.plusSeconds(5)), SHORT))
                .isInstanceOf(Answer.Held.class);
        assertThat(ledger.money("ada")).containsExactly(500L, 1000L, 0L);
    }

    @Test
    void doesNothingThatItCouldNotWriteDown() {
        ledger.rich("ada", 1500);
        ledger.commands.away(true);

        assertThatThrownBy(() -> request("ada", KEY, 1000)).isInstanceOf(CommandNotWritten.class);
        ledger.commands.away(false);

        assertThat(request("ada", KEY, 1000)).isInstanceOf(Answer.Held.class);
        assertThat(ledger.money("ada")).containsExactly(500L, 1000L, 0L);
    }

    @Test
    void asksNothingOfTheLedgerWhileItCannotSeeWhatWasAskedBefore() {
        ledger.rich("ada", 1500);
        ledger.views.away(true);

        assertThatThrownBy(() -> request("ada", KEY, 1000)).isInstanceOf(StoreUnavailable.class);
        assertThat(ledger.commands.sent()).isEmpty();
    }

    /** Fifty at once under one key: one withdrawal, one first answer's money. */
    @ParameterizedTest(name = "{0} pence")
    @ValueSource(longs = {1000, 1500})
    void holdsItOnceForAnyNumberAtOnce(long minor) throws InterruptedException {
        ledger.rich("ada", 1500);
        List<Callable<Answer>> tasks = IntStream.range(0, 50)
                .<Callable<Answer>>mapToObj(
                        i -> () -> request.request(KEY, at("ada", KEY, minor, NOW.plusMillis(i)), Patience.USUAL))
                .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(tasks).stream()
                    .map(done -> (Answer.Held) done.resultNow())
                    .toList();

            assertThat(answers).filteredOn(held -> !held.again()).hasSize(1);
            assertThat(answers)
                    .extracting(Answer.Held::withdrawal)
                    .containsOnly(answers.getFirst().withdrawal());
        }
        assertThat(ledger.money("ada")).containsExactly(1500 - minor, minor, 0L);
    }

    @Test
    void triesOutWithoutAnyEffect() {
        ledger.rich("ada", 1500);

        assertThat(tryOut("ada", 1000)).isEqualTo(new Answer.Possible());
        assertThat(code(tryOut("ada", 499))).isEqualTo("below-minimum");
        assertThat(code(tryOut("ada", 1501))).isEqualTo("not-available");
        assertThat(code(tryOut("nobody", 1000))).isEqualTo("no-payout-method");
        ledger.rests("ada", Duration.ofMillis(1));
        assertThat(code(tryOut("ada", 1000))).isEqualTo("payout-method-held");
        ledger.freeze("ada");
        assertThat(code(tryOut("ada", 1000))).isEqualTo("account-frozen");
        assertThat(ledger.commands.sent()).isEmpty();
    }

    @Test
    void triesOutAKeyThatIsTaken() {
        ledger.rich("ada", 1500);
        request("ada", KEY, 1000);

        assertThatThrownBy(() -> tryOut("ada", 500)).isInstanceOf(KeyReused.class);
        assertThat(tryOut("ada", 1000)).isInstanceOf(Answer.Held.class);
    }

    private Answer request(String user, IdempotencyKey key, long minor) {
        return request.request(key, at(user, key, minor, NOW), SHORT);
    }

    private Answer tryOut(String user, long minor) {
        return request.tryOut(KEY, at(user, KEY, minor, NOW));
    }

    private static String code(Answer answer) {
        return ((Answer.Refused) answer).refusal().code();
    }

    private static WithdrawalRequested at(String user, IdempotencyKey key, long minor, Instant time) {
        return WithdrawalRequested.of(key, user, pounds(minor), time);
    }

    private static MoneyView pounds(long minor) {
        return new MoneyView("GBP", minor);
    }
}
