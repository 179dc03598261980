package com.rebatesuite.rebate.rule;

import java.util.Comparator;
import java.util.List;

/** What a rule gives: a share of the line's amount, or the same for every unit. */
public sealed interface Reward {

    /** Hundredths of a percent of the line's amount; who spent enough in the month before the order gets a tier's rate. */
    record Percent(int basisPoints, List<Tier> tiers) implements Reward {

        private static final int MOST_TIERS = 20;

        public Percent {
            requireRate(basisPoints);
            if (tiers.size() > MOST_TIERS) {
                throw new IllegalArgumentException("tiers: " + tiers.size() + " (expected: 0.." + MOST_TIERS + ")");
            }
            if (tiers.stream().map(Tier::from).distinct().count() != tiers.size()) {
                throw new IllegalArgumentException("tiers: two begin at the same amount (expected: each at its own)");
            }
            tiers = tiers.stream()
                    .sorted(Comparator.comparingLong(tier -> tier.from().minor()))
                    .toList();
        }

        private static void requireRate(int basisPoints) {
            if (basisPoints < 0 || basisPoints > 10_000) {
                throw new IllegalArgumentException("rate_basis_points: " + basisPoints + " (expected: 0..10000)");
            }
        }
    }

    /** From this monthly spend on, another rate. */
    record Tier(Amount from, int basisPoints) {

        public Tier {
            Percent.requireRate(basisPoints);
        }
    }

    /** An amount for every unit, whatever it costs. */
    record Fixed(Amount perUnit) implements Reward {}
}
