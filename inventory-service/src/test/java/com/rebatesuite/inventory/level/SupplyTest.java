package com.rebatesuite.inventory.level;

import static com.rebatesuite.inventory.level.Supply.LOW;
import static com.rebatesuite.inventory.level.Supply.OK;
import static com.rebatesuite.inventory.level.Supply.OUT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SupplyTest {

    private static final Thresholds THRESHOLDS = new Thresholds(5, 10, 3);

    @Test
    void crossesEachThresholdOnceAndComesBackOnlyBeyondTheHysteresis() {
        assertThat(crossings(THRESHOLDS, 20, 11, 10, 11, 13, 10, 0, 1, 0, 3, 4, 13, 14, 11))
                .containsExactly(LOW, OUT, LOW, OK);
    }

    @Test
    void isNeverLowWhenNothingIsSaid() {
        assertThat(crossings(Thresholds.NONE, 2, 1, 0, 1)).containsExactly(OUT, OK);
    }

    @Test
    void mayGetBetterInOneStep() {
        assertThat(OUT.with(14, THRESHOLDS)).isEqualTo(OK);
        assertThat(OK.with(0, THRESHOLDS)).isEqualTo(OUT);
    }

    private static List<Supply> crossings(Thresholds thresholds, long... available) {
        var crossings = new ArrayList<Supply>();
        var supply = OK;
        for (long units : available) {
            var next = supply.with(units, thresholds);
            if (next != supply) {
                crossings.add(next);
            }
            supply = next;
        }
        return crossings;
    }
}
