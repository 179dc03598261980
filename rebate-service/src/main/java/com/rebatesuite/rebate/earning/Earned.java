package com.rebatesuite.rebate.earning;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an order earns, and what it takes for that. All amounts in minor units.
 *
 * @param lines in the order of the basket
 * @param drawn by rule with a budget: what is taken from it
 * @param missing by rule with a budget: what it would have earned beyond what was at hand
 * @param usedByCap by {@code ruleId/period/currency}: what this order adds
 * @param couponsUsed coupons that are used up
 */
public record Earned(
        List<EarnedLine> lines,
        Map<String, Long> drawn,
        Map<String, Long> missing,
        Map<String, Long> usedByCap,
        Set<String> couponsUsed) {

    public Earned {
        lines = List.copyOf(lines);
        drawn = Map.copyOf(drawn);
        missing = Map.copyOf(missing);
        usedByCap = Map.copyOf(usedByCap);
        couponsUsed = Set.copyOf(couponsUsed);
    }
}
