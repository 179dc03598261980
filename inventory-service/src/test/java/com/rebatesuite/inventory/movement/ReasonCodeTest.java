package com.rebatesuite.inventory.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReasonCodeTest {

    @Test
    void theListThatIsShownIsTheListThereIs() {
        assertThat(ReasonCode.ANY)
                .isEqualTo(
                        Arrays.stream(ReasonCode.values()).map(ReasonCode::wire).collect(Collectors.joining("|")));
        assertThat(List.of(ReasonCode.ANY.split("\\|"))).contains(ReasonCode.ANY_LOSS.split("\\|"));
    }

    @ParameterizedTest
    @EnumSource
    void isReadAsItIsWritten(ReasonCode code) {
        assertThat(ReasonCode.of(code.wire())).isEqualTo(code);
    }

    @Test
    void saysWhichOnesThereAre() {
        assertThatThrownBy(() -> ReasonCode.of("THEFT"))
                .hasMessageContaining("THEFT (expected: one of counted, found,");
    }
}
