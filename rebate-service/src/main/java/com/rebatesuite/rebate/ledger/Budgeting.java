package com.rebatesuite.rebate.ledger;

import com.rebatesuite.rebate.earning.Budgets;

/** The campaign budgets at hand, and whether waiting would bring more. */
public interface Budgeting extends Budgets {

    /** Whether more of the rule's budget may be had by asking for it. */
    boolean mayGrow(String ruleId);
}
