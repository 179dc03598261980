package com.rebatesuite.rebate.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class StateFilterTest {

    private static final List<String> KNOWN = List.of("open", "matched");

    @Test
    void takesThoseInTheStateAndAllIfNoneIsSaid() {
        assertThat(StateFilter.of("open", KNOWN).takes("open")).isTrue();
        assertThat(StateFilter.of("open", KNOWN).takes("matched")).isFalse();
        assertThat(StateFilter.of(null, KNOWN).takes("matched")).isTrue();
    }

    @Test
    void refusesAStateThatThereIsNotAndNamesThoseThatThereAre() {
        assertThatThrownBy(() -> StateFilter.of("opened", KNOWN))
                .isInstanceOf(BadPage.class)
                .hasMessage("state: opened (expected: one of open, matched)");
    }
}
