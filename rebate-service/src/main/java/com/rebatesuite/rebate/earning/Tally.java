package com.rebatesuite.rebate.earning;

import java.util.HashMap;
import java.util.Map;

/** What the lines of one order have used up so far, so that the next line finds what is left. */
final class Tally {

    private final Shopper shopper;
    private final Budgets budgets;
    private final Map<String, Long> earnedByRule = new HashMap<>();
    private final Map<String, Long> usedByCap = new HashMap<>();
    private final Map<String, Long> atHand = new HashMap<>();
    private final Map<String, Long> drawn = new HashMap<>();
    private final Map<String, Long> missing = new HashMap<>();

    Tally(Shopper shopper, Budgets budgets) {
        this.shopper = shopper;
        this.budgets = budgets;
    }

    long earnedInOrder(String ruleId) {
        return earnedByRule.getOrDefault(ruleId, 0L);
    }

    long usedOfCap(String cap) {
        return Math.addExact(shopper.usedByCap().getOrDefault(cap, 0L), usedByCap.getOrDefault(cap, 0L));
    }

    /** Asked once an order: what a budget has at hand may change meanwhile. */
    long leftOfBudget(String ruleId) {
        return atHand.computeIfAbsent(ruleId, budgets::left) - drawn.getOrDefault(ruleId, 0L);
    }

    void take(Offer offer) {
        earnedByRule.merge(offer.ruleId(), offer.minor(), Math::addExact);
        if (offer.cap() != null) {
            usedByCap.merge(offer.cap(), offer.minor(), Math::addExact);
        }
        if (offer.budgeted()) {
            drawn.merge(offer.ruleId(), offer.minor(), Math::addExact);
        }
    }

    void miss(Offer offer) {
        missing.merge(offer.ruleId(), offer.wanted() - offer.minor(), Math::addExact);
    }

    Map<String, Long> drawn() {
        return withoutZeros(drawn);
    }

    Map<String, Long> missing() {
        return withoutZeros(missing);
    }

    Map<String, Long> usedByCap() {
        return withoutZeros(usedByCap);
    }

    private static Map<String, Long> withoutZeros(Map<String, Long> amounts) {
        amounts.values().removeIf(minor -> minor == 0);
        return amounts;
    }
}
