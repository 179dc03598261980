package com.rebatesuite.rebate.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class QuotePropertiesTest {

    private static final String KEY = QuotesTest.OLD;

    @Test
    void hasDefaultsForEverythingButTheKeys() {
        var properties = bind(Map.of("quote.keys", KEY + "," + QuotesTest.NEW));

        assertThat(properties.lifetime()).isEqualTo(Duration.ofMinutes(30));
        assertThat(properties.signingKeys()).extracting(SigningKey::id).containsExactly("old", "new");
    }

    @Test
    void doesNotStartWithoutAKey() {
        assertThatThrownBy(() -> bind(Map.of("quote.keys", "")))
                .rootCause()
                .hasMessage("quote.keys: none (expected: at least one, id:base64; set QUOTE_KEYS)");
        assertThatThrownBy(() -> bind(Map.of())).rootCause().hasMessageStartingWith("quote.keys: none");
    }

    @Test
    void wantsEachKeyOnce() {
        assertThatThrownBy(() -> bind(Map.of("quote.keys", KEY + "," + KEY)))
                .rootCause()
                .hasMessage("quote.keys: old twice (expected: each id once)");
    }

    @Test
    void promisesForADayAtMost() {
        assertThatThrownBy(() -> bind(Map.of("quote.keys", KEY, "quote.lifetime", "25h")))
                .rootCause()
                .hasMessage("quote.lifetime: PT25H (expected: up to PT24H)");
    }

    private static QuoteProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("quote", QuoteProperties.class);
    }
}
