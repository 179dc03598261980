package com.rebatesuite.rebate.quote;

import static com.rebatesuite.rebate.quote.Rules.AT;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rebatesuite.rebate.earning.Promise;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuoteRebatesTest {

    private final InMemoryCatalogue catalogue = new InMemoryCatalogue()
            .with(new CatalogueItem("TEA-100", "groceries", "own", "GBP", 502))
            .with(new CatalogueItem("EURO-1", "kitchen", "own", "EUR", 100));
    private final QuoteRebates quoteRebates = Quoting.with(catalogue, Rules.percent("tea", 250));

    @Test
    void handsOutAPromiseThatIsKnownAgain() {
        var known = (Quoted.Known)
                quoteRebates.quote("shopper-1", List.of("TEA-100")).getFirst();

        assertThat(known.expiresAt()).isEqualTo(AT.plus(Duration.ofMinutes(30)));
        assertThat(Quoting.QUOTES
                        .verify(
                                requireNonNull(known.text()),
                                new Sale("shopper-1", "TEA-100", 2, "GBP", AT.plusSeconds(1799)))
                        .promise())
                .contains(new Promise("019b76da-a800-7000-8000-0000000000ff", 12, "tea", 1));
    }

    @Test
    void answersForEachProductOnceAndInTheOrderAskedFor() {
        var quoted = quoteRebates.quote("shopper-1", List.of("NO-1", "TEA-100", "EURO-1", "TEA-100"));

        assertThat(quoted).extracting(Quoted::sku).containsExactly("NO-1", "TEA-100", "EURO-1");
        assertThat(quoted.getFirst()).isEqualTo(new Quoted.Unknown("NO-1"));
    }

    @Test
    void promisesNothingWhereNothingIsEarned() {
        var known = (Quoted.Known)
                quoteRebates.quote("shopper-1", List.of("EURO-1")).getFirst();

        assertThat(known.text()).isNull();
        assertThat(known.estimate().words()).isEqualTo("no rule for merchant own, category kitchen");
    }

    @Test
    void answersNothingWhileTheCatalogueIsAway() {
        catalogue.goAway();

        assertThatThrownBy(() -> quoteRebates.quote("shopper-1", List.of("TEA-100")))
                .isInstanceOf(CatalogueUnavailable.class);
    }
}
