package com.rebatesuite.rebate.claim;

import static com.rebatesuite.rebate.ToyLedger.NOW;
import static com.rebatesuite.rebate.ToyLedger.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rebatesuite.rebate.ToyLedger;
import com.rebatesuite.rebate.claim.ClaimFiled.Purchase;
import com.rebatesuite.rebate.claim.DecideClaim.Answer;
import com.rebatesuite.rebate.claim.DecideClaim.Verdict;
import com.rebatesuite.rebate.command.Patience;
import com.rebatesuite.rebate.command.TestAwaiting;
import com.rebatesuite.rebate.keyed.IdempotencyKey;
import com.rebatesuite.rebate.keyed.KeyReused;
import com.rebatesuite.rebate.view.MoneyView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTest {

    private static final Patience NONE = new Patience(Duration.ZERO);

    private final ToyLedger ledger = new ToyLedger();
    private final Claims claims = new Claims(ledger.views);
    private final FileClaim file = new FileClaim(
            ledger.views,
            claims,
            ledger.commands,
            TestAwaiting.create(),
            new ClaimsProperties(Duration.ofDays(365), 3),
            Clock.fixed(NOW, ZoneOffset.UTC));
    private final DecideClaim decide = new DecideClaim(ledger.views, claims, ledger.commands, TestAwaiting.create());

    @Test
    void filesOnceForAKey() {
        var claim = claim("key", "B-1");

        assertThat(file("key", claim))
                .isInstanceOfSatisfying(
                        FileClaim.Answer.Filed.class,
                        filed -> assertThat(filed.again()).isFalse());
        assertThat(file("key", claim))
                .isInstanceOfSatisfying(
                        FileClaim.Answer.Filed.class,
                        filed -> assertThat(filed.again()).isTrue());
        assertThat(ledger.commands.sent()).containsExactly(claim);
        assertThatThrownBy(() -> file("key", claim("key", "B-2"))).isInstanceOf(KeyReused.class);
    }

    @Test
    void claimsAPurchaseOnceUnlessItWasRefused() {
        var first = filed("key-1", "B-1");

        assertThat(file("key-2", claim("key-2", "B-1"))).isInstanceOf(FileClaim.Answer.Claimed.class);
        decide.decide(first, verdict(null), NONE);
        assertThat(file("key-2", claim("key-2", "B-1"))).isInstanceOf(FileClaim.Answer.Filed.class);
    }

    @Test
    void letsSoManyClaimsWaitAndNotOneMore() {
        filed("key-1", "B-1");
        filed("key-2", "B-2");
        var third = filed("key-3", "B-3");

        assertThat(file("key-4", claim("key-4", "B-4"))).isEqualTo(new FileClaim.Answer.TooMany(3));
        ledger.match(third, "order-1");
        assertThat(file("key-4", claim("key-4", "B-4"))).isInstanceOf(FileClaim.Answer.Filed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-01-05T10:15:29Z", "2026-01-05T10:20:31Z", "1970-01-01T00:00:00Z"})
    void refusesAPurchaseTooLongAgoOrNotYetMade(String purchasedAt) {
        assertThat(file("key", claim("key", "B-1", Instant.parse(purchasedAt))))
                .isInstanceOf(FileClaim.Answer.NotThen.class);
        assertThat(ledger.commands.sent()).isEmpty();
    }

    @Test
    void grantsOnceAndTellsTheLedgerNothingOfWhatIsDecided() {
        var id = filed("key", "B-1");

        assertThat(decide.decide(id, verdict(pounds(126)), NONE)).isInstanceOf(Answer.Decided.class);
        assertThat(decide.decide(id, verdict(pounds(126)), NONE)).isInstanceOf(Answer.Decided.class);
        assertThat(decide.decide(id, verdict(pounds(127)), NONE)).isInstanceOf(Answer.Otherwise.class);
        assertThat(decide.decide(id, verdict(null), NONE)).isInstanceOf(Answer.Otherwise.class);
        assertThat(ledger.commands.sent()).hasSize(2);
    }

    @Test
    void decidesNothingThatAPartnerHasMatched() {
        var id = filed("key", "B-1");
        ledger.match(id, "order-1");

        assertThat(decide.decide(id, verdict(pounds(126)), NONE)).isInstanceOf(Answer.Otherwise.class);
    }

    @Test
    void grantsAtMostWhatWasPaidInItsCurrency() {
        var id = filed("key", "B-1");

        assertThat(decide.decide(id, verdict(pounds(4201)), NONE)).isInstanceOf(Answer.NotThatMuch.class);
        assertThat(decide.decide(id, verdict(new MoneyView("EUR", 1)), NONE)).isInstanceOf(Answer.NotThatMuch.class);
        assertThat(decide.decide(id, verdict(pounds(4200)), NONE)).isInstanceOf(Answer.Decided.class);
    }

    /** Two claims that were filed at the same moment are both open: the second is not granted all the same. */
    @Test
    void grantsAPurchaseOnceThoughItIsClaimedTwice() {
        var first = filed("key-1", "B-1");
        ledger.hear(claim("key-2", "B-1"));

        assertThat(decide.decide(first, verdict(pounds(126)), NONE)).isInstanceOf(Answer.Decided.class);
        assertThat(decide.decide(claim("key-2", "B-1").claimId(), verdict(pounds(126)), NONE))
                .isInstanceOf(Answer.Claimed.class);
    }

    @Test
    void letsNobodyDecideHisOwn() {
        var id = filed("key", "B-1");

        assertThat(decide.decide(id, new Verdict(pounds(126), "I know myself well", "shopper-1"), NONE))
                .isEqualTo(new Answer.SamePerson("shopper-1"));
    }

    @Test
    void letsOneOfTwoOperatorsDecide() throws InterruptedException, ExecutionException {
        var id = filed("key", "B-1");
        Callable<Answer> grant = () -> decide.decide(id, verdict(pounds(126)), Patience.USUAL);
        Callable<Answer> refuse = () -> decide.decide(id, verdict(null), Patience.USUAL);
        var answers = new ArrayList<Answer>();
        try (var operators = Executors.newFixedThreadPool(4)) {
            for (var answer : operators.invokeAll(List.of(grant, refuse))) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).hasAtLeastOneElementOfType(Answer.Decided.class);
        assertThat(answers).hasAtLeastOneElementOfType(Answer.Otherwise.class);
    }

    private FileClaim.Answer file(String key, ClaimFiled claim) {
        return file.file(new IdempotencyKey(key), claim, NONE);
    }

    private String filed(String key, String number) {
        var claim = claim(key, number);
        assertThat(file(key, claim)).isInstanceOf(FileClaim.Answer.Filed.class);
        return claim.claimId();
    }

    private static ClaimFiled claim(String key, String number) {
        return claim(key, number, Instant.parse("2026-01-02T09:00:00.123456789Z"));
    }

    private static ClaimFiled claim(String key, String number, Instant purchasedAt) {
        return ClaimFiled.of(
                new IdempotencyKey(key),
                "shopper-1",
                new Purchase("bookshop", number, purchasedAt, pounds(4200)),
                "by phone");
    }

    private static Verdict verdict(@Nullable MoneyView granted) {
        return new Verdict(granted, "seen the receipt", "olga");
    }
}
