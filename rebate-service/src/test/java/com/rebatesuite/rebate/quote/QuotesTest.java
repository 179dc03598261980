package com.rebatesuite.rebate.quote;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rebatesuite.rebate.earning.Promise;
import com.rebatesuite.rebate.quote.Verdict.Refused;
import java.time.Instant;
import java.util.Base64;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotesTest {

    static final String OLD = "old:" + secret('o');
    static final String NEW = "new:" + secret('n');

    private static final Instant EXPIRES = Instant.parse("2026-03-01T10:30:00Z");
    private static final Instant IN_TIME = EXPIRES.minusSeconds(1);

    private final Quotes quotes = Quotes.of(OLD);

    @Test
    void keepsWhatItPromised() {
        var verdict = quotes.verify(quotes.sign(quote()), sale());

        assertThat(verdict.promise()).contains(new Promise("q-1", 13, "rule-tea", 4));
    }

    @Test
    void isShortEnoughForAThousandLines() {
        assertThat(quotes.sign(quote())).hasSizeLessThan(256).matches("[A-Za-z0-9_.-]+");
    }

    @Test
    void holdsForNobodyElse() {
        assertRefused(new Sale("somebody", "TEA-100", 1, "GBP", IN_TIME), "the quote was given to another shopper");
    }

    @Test
    void holdsForNothingElse() {
        assertRefused(new Sale("shopper-1", "TEA-200", 1, "GBP", IN_TIME), "the quote is for TEA-100, not for TEA-200");
    }

    @Test
    void holdsInNoOtherCurrency() {
        assertRefused(new Sale("shopper-1", "TEA-100", 1, "EUR", IN_TIME), "the quote is in GBP, the order in EUR");
    }

    @Test
    void expiresAtTheMomentItSaid() {
        assertRefused(
                new Sale("shopper-1", "TEA-100", 1, "GBP", EXPIRES),
                "the quote had expired at 2026-03-01T10:30:00Z, before the order");
    }

    /** Whatever single character is changed, dropped or added: it is none of ours any more. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void promisesNothingOnceItWasTamperedWith(long seed) {
        var random = new SplittableRandom(seed);
        var text = quotes.sign(quote());

        for (int at = 0; at < text.length(); at++) {
            var other = (char) random.nextInt(0x21, 0x17f);
            if (other != text.charAt(at)) {
                assertTampered(text.substring(0, at) + other + text.substring(at + 1));
            }
            assertTampered(text.substring(0, at) + text.substring(at + 1));
            assertTampered(text.substring(0, at) + other + text.substring(at));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "..", "...", "old..", "old.AQ.AQ", "new.AQ.AQ", "\u0000", "a quote", "old.AQ.\u00e9"})
    void promisesNothingForWhatIsNoQuote(String text) {
        assertTampered(text);
    }

    @Test
    void readsNoLongerTextThanItWrites() {
        assertTampered("old." + "A".repeat(Quotes.LONGEST) + ".AQ");
    }

    @Test
    void knowsQuotesOfTheOldKeyWhileANewOneTakesOver() {
        var before = quotes.sign(quote());
        var during = Quotes.of(NEW, OLD);
        var after = Quotes.of(NEW);

        assertThat(during.verify(before, sale()).promise()).isPresent();
        assertThat(during.sign(quote())).startsWith("new.");
        assertThat(after.verify(during.sign(quote()), sale()).promise()).isPresent();
        assertThat(after.verify(before, sale()).promise()).isEmpty();
    }

    @Test
    void doesNotTrustAKeyThatOnlyHasTheName() {
        var forged = Quotes.of("old:" + secret('x')).sign(quote());

        assertTampered(forged);
    }

    /** 5.02 at 2.50 % is 12.55: shown as 13, and never 13 for each of many. */
    @ParameterizedTest
    @CsvSource({"1, 13", "2, 12", "3, 12", "1000, 12"})
    void doesNotMultiplyARounding(int quantity, long perUnit) {
        var promised = quote(502, 13, 250, Long.MAX_VALUE).promise(quantity);

        assertThat(promised.minorPerUnit()).isEqualTo(perUnit);
    }

    @ParameterizedTest
    @CsvSource({"1, 13", "3, 12", "7, 5", "100, 0"})
    void promisesNoMoreThanTheCapOfTheLine(int quantity, long perUnit) {
        assertThat(quote(502, 13, 250, 40).promise(quantity).minorPerUnit()).isEqualTo(perUnit);
    }

    @Test
    void promisesAFixedAmountForEachUnit() {
        assertThat(quote(502, 99, 0, Long.MAX_VALUE).promise(1_000_000).minorPerUnit())
                .isEqualTo(99);
    }

    @Test
    void wantsAKeyThatIsOne() {
        assertThatThrownBy(() -> Quotes.of("short:AAAA"))
                .hasMessage("secret of key short: 3 bytes (expected: 32 or more)");
        assertThatThrownBy(() -> Quotes.of("just-text")).hasMessage("key: one without a colon (expected: id:base64)");
        assertThatThrownBy(() -> Quotes.of("a.b:" + secret('a')))
                .hasMessage("key id: a.b (expected: 1..16 letters, digits, - or _)");
        assertThatThrownBy(() -> Quotes.of("a:???")).hasMessage("secret of a key: no base64 (expected: id:base64)");
    }

    private void assertRefused(Sale sale, String reason) {
        assertThat(quotes.verify(quotes.sign(quote()), sale)).isEqualTo(new Refused(reason));
    }

    private void assertTampered(String text) {
        assertThat(quotes.verify(text, sale()))
                .as(text)
                .isEqualTo(new Refused("the quote is none of ours, or was changed"));
    }

    private static Sale sale() {
        return new Sale("shopper-1", "TEA-100", 1, "GBP", IN_TIME);
    }

    private static Quote quote() {
        return quote(502, 13, 250, Long.MAX_VALUE);
    }

    private static Quote quote(long price, long rebate, int rate, long most) {
        return new Quote("q-1", "shopper-1", "TEA-100", "GBP", price, rebate, rate, most, "rule-tea", 4, EXPIRES);
    }

    static String secret(char letter) {
        return Base64.getEncoder()
                .encodeToString(String.valueOf(letter).repeat(32).getBytes(US_ASCII));
    }
}
