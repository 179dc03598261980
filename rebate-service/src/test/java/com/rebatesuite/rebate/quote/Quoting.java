package com.rebatesuite.rebate.quote;

import com.rebatesuite.rebate.rule.AppliedRules;
import com.rebatesuite.rebate.rule.RebateRule;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** The use case as it is wired, at a quarter to never. */
public final class Quoting {

    public static final Quotes QUOTES = Quotes.of(QuotesTest.OLD);

    private Quoting() {}

    public static QuoteRebates with(Catalogue catalogue, RebateRule... rules) {
        var applied = new AppliedRules();
        for (var rule : rules) {
            applied.apply("event-of-" + rule.ruleId(), rule);
        }
        return new QuoteRebates(
                catalogue,
                applied,
                QUOTES,
                new QuoteProperties(List.of(QuotesTest.OLD), Duration.ofMinutes(30)),
                () -> UUID.fromString("019b76da-a800-7000-8000-0000000000ff"),
                Clock.fixed(Rules.AT.plusMillis(999), ZoneOffset.UTC));
    }
}
