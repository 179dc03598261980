package com.rebatesuite.rebate.rule;

/** Whether a change was written down is not known. */
public class RuleNotWritten extends RuntimeException {

    public RuleNotWritten(String ruleId, Throwable cause) {
        super("rule " + ruleId + " was not acknowledged", cause);
    }
}
