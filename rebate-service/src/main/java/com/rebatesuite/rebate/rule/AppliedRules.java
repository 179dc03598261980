package com.rebatesuite.rebate.rule;

import com.rebatesuite.rebate.revision.Revisions;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The rules that the ledger of this replica works with. */
@Component
public class AppliedRules {

    private final Revisions<RebateRule> rules = new Revisions<>();
    private volatile Rulebook rulebook = new Rulebook(List.of());

    /** All of them, to decide with. */
    public Rulebook rulebook() {
        return rulebook;
    }

    /** All of which something was approved or is proposed, by id. */
    public List<RebateRule> all() {
        return rules.all().stream().filter(rule -> !rule.blank()).toList();
    }

    /** The rule, if something was approved or is proposed. */
    public Optional<RebateRule> find(String ruleId) {
        return rules.find(ruleId).filter(rule -> !rule.blank());
    }

    /** Takes in one change; of two changes to the same revision the first counts. */
    public synchronized void apply(String eventId, RebateRule rule) {
        if (rules.apply(eventId, rule)) {
            rulebook = new Rulebook(all());
        }
    }

    Revisions<RebateRule> revisions() {
        return rules;
    }
}
