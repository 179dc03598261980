package com.rebatesuite.inventory.replenishment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why there is a replenishment: the rule, its inputs and its formula; nothing of that when a person asked for it. */
public record Grounds(@Nullable String ruleId, @Nullable Inputs inputs, List<String> formula) {

    /** A person wants it. */
    static final Grounds OF_A_PERSON = new Grounds(null, null, List.of());

    public Grounds {
        formula = List.copyOf(formula);
    }

    static Grounds of(Proposal proposal) {
        return new Grounds(proposal.rule().id(), proposal.inputs(), proposal.formula());
    }
}
