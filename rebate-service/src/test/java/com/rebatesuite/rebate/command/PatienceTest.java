package com.rebatesuite.rebate.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatienceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wait=0|0",
                "wait=7|7",
                "WAIT = \"7\"|7",
                "respond-async, wait=5|5",
                "wait=5; x=y|5",
                "wait=999999999|10"
            })
    void isWhatTheCallerPrefersAndNeverMoreThanTen(String prefer, int seconds) {
        assertThat(Patience.of(prefer).most()).hasSeconds(seconds);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "respond-async", "wait=", "wait=-1", "wait=soon", "wait=9999999999", "await=9"})
    void isThreeSecondsForWhoSaysNothingReadable(String prefer) {
        assertThat(Patience.of(prefer).most()).hasSeconds(3);
    }

    @Test
    void isNeverNegativeOrWithoutEnd() {
        assertThatThrownBy(() -> new Patience(Duration.ofSeconds(11))).hasMessageContaining("expected: 0s..PT10S");
        assertThatThrownBy(() -> new Patience(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
    }
}
