package com.rebatesuite.rebate.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.rebatesuite.rebate.budget.Campaign.Grant;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One authority, slices for everybody. */
class BudgetTest {

    private static final int PARTITIONS = 6;

    @Test
    void grantsAShareWhileThereIsMuchAndWhatIsAskedForWhenThereIsLittle() {
        assertThat(new Campaign("c", 0).grant(10, 24_000, PARTITIONS)).isEqualTo(new Grant(1_000, false));
        assertThat(new Campaign("c", 23_900).grant(10, 24_000, PARTITIONS)).isEqualTo(new Grant(10, false));
        assertThat(new Campaign("c", 23_995).grant(10, 24_000, PARTITIONS)).isEqualTo(new Grant(5, true));
        assertThat(new Campaign("c", 24_000).grant(10, 24_000, PARTITIONS)).isEqualTo(new Grant(0, true));
        assertThat(new Campaign("c", 24_000).grant(10, 20_000, PARTITIONS)).isEqualTo(new Grant(0, true));
    }

    @Test
    void refusesToGrantNothingAndToTakeBackMoreThanItGave() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Campaign("c", 0).grant(0, 100, PARTITIONS))
                .withMessage("minor: 0 (expected: > 0)");
        assertThatIllegalArgumentException().isThrownBy(() -> new Campaign("c", 5).givenBack(6));
        assertThatIllegalArgumentException().isThrownBy(() -> Slice.none("c").draw(1));
    }

    @Test
    void takesAGrantOnceAndOnlyTheOneItAskedFor() {
        var asked = Slice.none("c").ask();

        assertThat(asked.granted(2, 100, 1, false)).isEqualTo(asked);
        var granted = asked.granted(1, 100, 1, false);
        assertThat(granted.left()).isEqualTo(100);
        assertThat(granted.granted(1, 100, 1, false)).isEqualTo(granted);
    }

    @Test
    void forgetsThatABudgetIsExhaustedWhenTheRuleHasChanged() {
        var exhausted = Slice.none("c").ask().granted(1, 0, 3, true);

        assertThat(exhausted.mayGrow(3)).isFalse();
        assertThat(exhausted.mayGrow(4)).isTrue();
    }

    /** Whoever asks when, and gives back when: what is spent and what is at hand is what was granted, and that is in the budget. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void inv14_neverGrantsMoreThanTheBudgetAndAllOfItWhenItIsWanted(long seed) {
        var random = new SplittableRandom(seed);
        long budget = random.nextLong(1, 100_000);
        var slices =
                IntStream.range(0, PARTITIONS).mapToObj(i -> Slice.none("c")).toArray(Slice[]::new);
        var campaign = Campaign.untouched("c");
        long spent = 0;
        for (int i = 0; i < 20_000 && spent < budget; i++) {
            int at = random.nextInt(PARTITIONS);
            long wanted = random.nextLong(1, 200);
            if (slices[at].left() < wanted && slices[at].mayGrow(1)) {
                var grant = campaign.grant(wanted - slices[at].left(), budget, PARTITIONS);
                campaign = campaign.after(grant);
                var asked = slices[at].ask();
                slices[at] = asked.granted(asked.number(), grant.minor(), 1, grant.exhausted());
            }
            long draws = Math.min(wanted, slices[at].left());
            slices[at] = slices[at].draw(draws);
            spent += draws;
            if (random.nextInt(50) == 0) {
                campaign = campaign.givenBack(slices[at].left());
                slices[at] = slices[at].givenBack(1);
            }
            long atHand = IntStream.range(0, PARTITIONS)
                    .mapToLong(p -> slices[p].left())
                    .sum();
            assertThat(spent + atHand).isEqualTo(campaign.granted()).isLessThanOrEqualTo(budget);
        }
        assertThat(spent).isEqualTo(budget);
    }
}
