package com.rebatesuite.rebate.budget;

import com.rebatesuite.rebate.rule.AppliedRules;
import com.rebatesuite.rebate.rule.RuleVersion;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The budgets in the rules that this replica works with. */
@Component
public class AppliedCampaigns implements CampaignRules {

    private final AppliedRules rules;

    public AppliedCampaigns(AppliedRules rules) {
        this.rules = rules;
    }

    @Override
    public long budget(String ruleId) {
        return latest(ruleId)
                .map(version -> version.terms().caps().budget())
                .map(budget -> budget.minor())
                .orElse(0L);
    }

    @Override
    public int version(String ruleId) {
        return latest(ruleId).map(RuleVersion::version).orElse(0);
    }

    @Override
    public boolean ended(String ruleId, Instant now) {
        return latest(ruleId)
                .map(version -> version.terms())
                .map(terms -> !terms.active() || (terms.validUntil() != null && !now.isBefore(terms.validUntil())))
                .orElse(true);
    }

    private Optional<RuleVersion> latest(String ruleId) {
        return rules.find(ruleId).flatMap(rule -> rule.latest());
    }
}
