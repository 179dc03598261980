package com.rebatesuite.rebate.keyed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

    private static final IdempotencyKey KEY = new IdempotencyKey("key");

    @Test
    void makesTheSameIdOfTheSameWordsAndAnotherOfAnyOther() {
        var id = KEY.idOf("claim", "shopper-1", "");

        assertThat(KEY.idOf("claim", "shopper-1", "")).isEqualTo(id);
        assertThat(KEY.idOf("claim", "shopper-", "1")).isNotEqualTo(id);
        assertThat(KEY.idOf("claim", "shopper-2", "")).isNotEqualTo(id);
        assertThat(KEY.idOf("refund", "shopper-1", "")).isNotEqualTo(id);
        assertThat(new IdempotencyKey("other").idOf("claim", "shopper-1", "")).isNotEqualTo(id);
    }

    @Test
    void makesUuidsOfTheVersionForOwnRules() {
        var id = UUID.fromString(KEY.idOf("claim", "shopper-1", ""));

        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void isMissingWhenThereIsNothingToRead(String header) {
        assertThatThrownBy(() -> IdempotencyKey.of(header))
                .isInstanceOfSatisfying(
                        BadIdempotencyKey.class, bad -> assertThat(bad.code()).isEqualTo("idempotency-key-missing"));
    }

    @Test
    void hasAtMostAHundredAndTwentyEightCharacters() {
        assertThatCode(() -> IdempotencyKey.of("k".repeat(128))).doesNotThrowAnyException();
        assertThatThrownBy(() -> IdempotencyKey.of("k".repeat(129))).hasMessageContaining("129");
    }

    @Test
    void remembersWhatAnIdStandsForUntilManyOthersCame() {
        var seen = new SeenKeys();
        seen.remember("id", "this");

        assertThatCode(() -> seen.check(KEY, "id", "this")).doesNotThrowAnyException();
        assertThatThrownBy(() -> seen.check(KEY, "id", "that")).isInstanceOf(KeyReused.class);
        for (int i = 0; i < SeenKeys.MOST; i++) {
            seen.remember("other-" + i, "this");
        }
        assertThatCode(() -> seen.check(KEY, "id", "that")).doesNotThrowAnyException();
    }
}
