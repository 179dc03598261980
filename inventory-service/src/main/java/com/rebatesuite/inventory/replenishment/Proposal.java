package com.rebatesuite.inventory.replenishment;

import java.util.List;

/**
 * What a rule asks for, and why.
 *
 * @param formula how the quantity follows from the inputs, step by step, with the numbers in it
 */
public record Proposal(Rule rule, long quantity, Inputs inputs, List<String> formula) {

    public Proposal {
        formula = List.copyOf(formula);
    }
}
