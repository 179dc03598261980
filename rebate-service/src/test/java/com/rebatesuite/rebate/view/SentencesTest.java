package com.rebatesuite.rebate.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {

    private static final Instant PAID = Instant.parse("2026-01-05T10:15:30Z");
    private static final Instant EXPECTED = Instant.parse("2026-01-19T10:15:30Z");

    @Test
    void saysWhatIsEarnedAndWhenItIsExpected() {
        var line = line("estimated", 36, 0, null, List.of(base(300, 27), bonus(null, 100, 9)));

        assertThat(Sentences.about(order(false), line, List.of()))
                .containsExactly(
                        "You earn 3 % of 9.00 GBP for TEA-100, that is 0.27 GBP.",
                        "On top comes a bonus of 1 %, that is 0.09 GBP.",
                        "We expect to confirm it on 19 January 2026.");
    }

    @Test
    void tellsOfCapsCouponsAndFixedAmounts() {
        var capped = new PartView(
                1,
                "base",
                "tea",
                1,
                null,
                null,
                money(50),
                money(0),
                List.of(
                        new StepView("fixed", "25 x 4 = 100", 100),
                        new StepView("line-cap", "at most 50 a line: 100 -> 50", 50)));
        var line = line("confirmed", 95, 0, null, List.of(capped, bonus("coupon-1", 500, 45)));

        assertThat(Sentences.about(order(false), line, List.of()))
                .containsExactly(
                        "You earn 1.00 GBP for TEA-100.",
                        "More than 0.50 GBP is not given for one line.",
                        "So it is 0.50 GBP.",
                        "Your coupon adds 5 %, that is 0.45 GBP.",
                        "It becomes available when the merchant has paid us.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    tier          | It is the rate for what you had bought in that month before.
                    quote         | Your quote had promised 2.04 GBP.
                    order-cap     | Of what one order may bring at most, 2.04 GBP was left.
                    user-cap      | Of what you may get of this at most, 2.04 GBP was left.
                    budget        | Of the campaign's budget, 2.04 GBP was left.
                    quote-refused | The quote had expired.""")
    void tellsEachStepInMoneyOrInItsOwnWords(String step, String sentence) {
        var steps = List.of(new StepView(step, "the quote had expired", 204));
        var part = new PartView(1, "base", "tea", 1, null, 300, money(204), money(0), steps);

        assertThat(Sentences.about(order(false), line("confirmed", 204, 0, null, List.of(part)), List.of()))
                .contains(sentence);
    }

    @Test
    void saysWhatTheRateComesToAndWhatTheLimitsLeaveOfIt() {
        var steps = List.of(
                new StepView("rate", "900 x 3.00 % = 27", 27),
                new StepView("order-cap", "at most 20 an order: 27 -> 20", 20),
                new StepView("user-cap", "at most 25 in 2026-01, 20 before: 20 -> 5", 5));
        var part = new PartView(1, "base", "tea", 1, null, 300, money(5), money(0), steps);

        assertThat(Sentences.about(order(true), line("owed", 5, 0, null, List.of(part)), List.of()))
                .containsExactly(
                        "You earn 3 % of 9.00 GBP for TEA-100, that is 0.27 GBP.",
                        "Of what one order may bring at most, 0.20 GBP was left.",
                        "Of what you may get of this at most, 0.05 GBP was left.",
                        "So it is 0.05 GBP.");
    }

    @Test
    void tellsWhatOneDecisionTookFromSeveralLotsAndPartsAsOne() {
        var entries = List.of(
                booked("clawed-back", "available", "house", 20),
                booked("clawed-back", "available", "house", 7),
                booked("clawed-back", "owed", "house", 9));

        assertThat(Sentences.about(entries))
                .containsExactly(
                        "On 5 January 2026 0.27 GBP was taken back after it had become available.",
                        "On 5 January 2026 0.09 GBP had been spent already: you owe it, and what comes next is used for"
                                + " it.");
    }

    @Test
    void tellsWhatBecameOfMoneyOfTheOrderAsAWhole() {
        assertThat(Sentences.about(
                        List.of(booked("offset", "available", "owed", 7), booked("expired", "available", "house", 20))))
                .containsExactly(
                        "On 5 January 2026 0.07 GBP was used for what you owed.",
                        "On 5 January 2026 0.20 GBP expired unused.");
    }

    @Test
    void saysWhyNothingIsEarned() {
        var line = line("estimated", 0, 0, "no rule for merchant own, category kitchen", List.of());

        assertThat(Sentences.about(order(false), line, List.of()))
                .containsExactly("This earns nothing: no rule for merchant own, category kitchen.");
    }

    @Test
    void tellsWhatHappenedSince() {
        var line = line("available", 27, 9, null, List.of(base(300, 27)));
        var entries = List.of(
                booked("earned", "house", "estimated", 27),
                booked("confirmed", "estimated", "confirmed", 27),
                booked("reversed", "confirmed", "house", 9),
                booked("released", "confirmed", "available", 18),
                booked("amended", "house", "available", 0));

        assertThat(Sentences.about(order(true), line, entries))
                .containsExactly(
                        "You earn 3 % of 9.00 GBP for TEA-100, that is 0.27 GBP.",
                        "On 5 January 2026 0.27 GBP was confirmed.",
                        "On 5 January 2026 0.09 GBP was taken back, because the goods were returned or the order was"
                                + " cancelled.",
                        "On 5 January 2026 0.18 GBP became available.",
                        "It became yours to withdraw: your balance says what of it is left.");
    }

    @Test
    void saysWhatIsOwedOfWhatWasSpentAlready() {
        var line = line("available", 27, 27, null, List.of(base(300, 27)));
        var entries =
                List.of(booked("clawed-back", "available", "house", 20), booked("clawed-back", "owed", "house", 7));

        assertThat(Sentences.about(order(true), line, entries))
                .containsExactly(
                        "You earn 3 % of 9.00 GBP for TEA-100, that is 0.27 GBP.",
                        "On 5 January 2026 0.20 GBP was taken back after it had become available.",
                        "On 5 January 2026 0.07 GBP had been spent already: you owe it, and what comes next is used for"
                                + " it.");
    }

    @Test
    void promisesNothingOfWhatWasTakenBackOrRejected() {
        var line = line("confirmed", 27, 27, "the merchant did not recognise the order", List.of(base(300, 27)));

        assertThat(Sentences.about(order(false), line, List.of(booked("rejected", "confirmed", "house", 27))))
                .containsExactly(
                        "You earn 3 % of 9.00 GBP for TEA-100, that is 0.27 GBP.",
                        "It does not count: the merchant did not recognise the order.",
                        "On 5 January 2026 0.27 GBP was rejected by the merchant.");
    }

    @Test
    void writesMoneyAsItsCurrencyDoes() {
        assertThat(Sentences.money(new MoneyView("JPY", 500))).isEqualTo("500 JPY");
        assertThat(Sentences.money(new MoneyView("GBP", -5))).isEqualTo("-0.05 GBP");
        assertThat(Sentences.money(new MoneyView("KWD", 1_234))).isEqualTo("1.234 KWD");
    }

    private static OrderView order(boolean settled) {
        return new OrderView(
                "order", "alice", 1, PAID, "estimated", "shop", null, null, PAID, EXPECTED, false, settled, List.of());
    }

    private static LineView line(
            String bucket, long earned, long reversed, @Nullable String reason, List<PartView> parts) {
        return new LineView(
                1,
                "TEA-100",
                "groceries",
                "own",
                2,
                0,
                money(900),
                money(earned),
                money(reversed),
                bucket,
                reason,
                parts);
    }

    private static PartView base(int rate, long minor) {
        return new PartView(
                1,
                "base",
                "groceries-3",
                1,
                null,
                rate,
                money(minor),
                money(0),
                List.of(new StepView("rate", "900 x 3.00 % = 27", minor)));
    }

    private static PartView bonus(@Nullable String coupon, int rate, long minor) {
        return new PartView(
                2, "bonus", coupon == null ? "tea-week" : null, null, coupon, rate, money(minor), money(0), List.of());
    }

    private static BookedEntry booked(String kind, String from, String to, long minor) {
        var entry = new EntryView(
                1,
                kind,
                "order",
                1,
                1,
                null,
                null,
                null,
                null,
                from,
                to,
                money(minor),
                null,
                null,
                null,
                List.of(),
                "",
                "");
        return new BookedEntry(1, PAID, new CauseView("/order-service", "event", "order-paid.v1"), entry);
    }

    private static MoneyView money(long minor) {
        return new MoneyView("GBP", minor);
    }
}
