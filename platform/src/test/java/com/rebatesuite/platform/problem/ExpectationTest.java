package com.rebatesuite.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ExpectationTest {

    @Test
    void saysWhatIsWrittenAndNotHowTheClassIsCalled() {
        assertThat(Expectation.of(LocalDate.class)).contains("a day, such as 2026-01-05");
        assertThat(Expectation.of(Instant.class)).contains("a moment in UTC, such as 2026-01-05T10:15:30Z");
        assertThat(Expectation.of(long.class)).contains("a whole number");
    }

    @Test
    void hasNothingToSayOfOurOwnTypes() {
        assertThat(Expectation.of(ExpectationTest.class)).isEmpty();
    }
}
