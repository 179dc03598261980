package com.rebatesuite.rebate.earning;

/** What is at hand of the campaign budgets, in minor units. Asked only for rules that have one. */
public interface Budgets {

    long left(String ruleId);
}
