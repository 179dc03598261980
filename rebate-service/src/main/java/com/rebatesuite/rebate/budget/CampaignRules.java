package com.rebatesuite.rebate.budget;

import java.time.Instant;

/** What the rules say about their budgets, as this replica knows them now. */
public interface CampaignRules {

    /** Minor units; 0 for a rule that has none or is not known. */
    long budget(String ruleId);

    /** The latest approved version; 0 for a rule that is not known. */
    int version(String ruleId);

    /** Whether the rule no longer gives anything. */
    boolean ended(String ruleId, Instant now);
}
