package com.rebatesuite.rebate.earning;

/** What a valid quote promised: at least so many minor units per unit of the line, by that version of that rule. */
public record Promise(String quoteId, long minorPerUnit, String ruleId, int ruleVersion) {

    public Promise {
        if (minorPerUnit < 0) {
            throw new IllegalArgumentException("minor_per_unit: " + minorPerUnit + " (expected: >= 0)");
        }
    }
}
