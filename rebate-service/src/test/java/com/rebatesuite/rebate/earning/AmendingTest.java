package com.rebatesuite.rebate.earning;

import static com.rebatesuite.rebate.rule.RuleFixture.rule;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.rebate.rule.Rulebook;
import java.util.List;
import org.junit.jupiter.api.Test;

class AmendingTest {

    private static final Rulebook RULES = new Rulebook(List.of(
            rule("plain", draft -> draft.rate = 300),
            rule("capped", draft -> draft.capPerLine = 50),
            rule("campaign", draft -> draft.budget = 1_000)));

    @Test
    void followsTheLineUpAndDownRoundingHalfToEven() {
        assertThat(amended("plain", 27, 900, 450)).isEqualTo(14);
        assertThat(amended("plain", 27, 900, 1_800)).isEqualTo(54);
        assertThat(amended("plain", 25, 1_000, 500)).isEqualTo(12);
        assertThat(amended("plain", 27, 900, 0)).isZero();
        assertThat(amended("plain", 27, 900, 900)).isEqualTo(27);
    }

    @Test
    void endsARaiseAtTheLineCap() {
        assertThat(amended("capped", 40, 1_000, 2_000)).isEqualTo(50);
        assertThat(amended("capped", 60, 1_000, 2_000))
                .as("promised beyond the cap")
                .isEqualTo(60);
    }

    @Test
    void neverRaisesWhatABudgetPaysButCutsIt() {
        assertThat(amended("campaign", 40, 1_000, 2_000)).isEqualTo(40);
        assertThat(amended("campaign", 40, 1_000, 500)).isEqualTo(20);
    }

    @Test
    void neverRaisesByARuleThatNobodyKnows() {
        assertThat(amended("unknown", 40, 1_000, 2_000)).isEqualTo(40);
    }

    @Test
    void raisesWhatACouponBrought() {
        assertThat(Amending.amended(null, 40, 1_000, 2_000, RULES)).isEqualTo(80);
    }

    @Test
    void leavesWhatNoAmountHasBroughtAsItIs() {
        assertThat(amended("plain", 40, 0, 1_000)).isEqualTo(40);
    }

    private static long amended(String ruleId, long earned, long oldBase, long newBase) {
        return Amending.amended(new AppliedRule(ruleId, 1, 100), earned, oldBase, newBase, RULES);
    }
}
