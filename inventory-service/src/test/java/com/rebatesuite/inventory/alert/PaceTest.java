package com.rebatesuite.inventory.alert;

import static com.rebatesuite.inventory.alert.CrossingFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void isOutAfterAvailableDividedByTheSpeed() {
        assertThat(new Pace(30, HOUR).outAt(10, NOW)).contains(NOW.plus(Duration.ofMinutes(20)));
        assertThat(new Pace(30, Duration.ofMinutes(10)).outAt(90, NOW)).contains(NOW.plus(Duration.ofMinutes(30)));
        assertThat(new Pace(30, HOUR).outAt(0, NOW)).contains(NOW);
        assertThat(new Pace(30, HOUR).perHour()).isEqualTo(30);
    }

    @Test
    void foreseesNothingWhenNothingLeavesOrItTakesForEver() {
        assertThat(new Pace(0, HOUR).outAt(10, NOW)).isEmpty();
        assertThat(new Pace(5, Duration.ZERO).outAt(10, NOW)).isEmpty();
        assertThat(new Pace(1, HOUR).outAt(Long.MAX_VALUE, NOW)).isEmpty();
    }

    @Test
    void nothingLeavesBackwards() {
        assertThatThrownBy(() -> new Pace(-1, HOUR)).hasMessageContaining("-1 in PT1H (expected: 0 or more)");
    }
}
