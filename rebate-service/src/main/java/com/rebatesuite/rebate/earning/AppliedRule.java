package com.rebatesuite.rebate.earning;

/** The rule that fixed a part: which, in which version, and the rate in hundredths of a percent; 0 when it pays a fixed amount. */
public record AppliedRule(String ruleId, int version, int rateBasisPoints) {}
