package com.rebatesuite.rebate.ledger;

/** The rule that fixed a line's rate: which, in which version, and the rate in hundredths of a percent. */
public record AppliedRule(String ruleId, int version, int rateBasisPoints) {}
