package com.rebatesuite.rebate.rule;

/** Where changes of rules are written down. */
public interface RuleLog {

    /**
     * Returns the id of the event when the change is durable.
     *
     * @throws RuleNotWritten if that is not certain
     */
    String write(RebateRule rule);
}
