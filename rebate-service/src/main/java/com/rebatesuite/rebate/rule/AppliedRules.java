package com.rebatesuite.rebate.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The rules that the ledger of this replica works with. A change counts from its first arrival; an older one is ignored. */
@Component
public class AppliedRules {

    private final Map<String, Applied> rules = new ConcurrentHashMap<>();
    private volatile Rulebook rulebook = new Rulebook(List.of());

    /** All of them, to decide with. */
    public Rulebook rulebook() {
        return rulebook;
    }

    /** All of them, by id. */
    public List<RebateRule> all() {
        return rules.values().stream()
                .map(Applied::rule)
                .sorted(Comparator.comparing(RebateRule::ruleId))
                .toList();
    }

    /** The rule, if the ledger knows it. */
    public Optional<RebateRule> find(String ruleId) {
        return Optional.ofNullable(rules.get(ruleId)).map(Applied::rule);
    }

    /** Which event brought the rule to where it is. */
    Optional<String> lastChange(String ruleId) {
        return Optional.ofNullable(rules.get(ruleId)).map(Applied::eventId);
    }

    /** Takes in one change; of two changes to the same version the first counts. */
    public synchronized void apply(String eventId, RebateRule rule) {
        var known = rules.get(rule.ruleId());
        var changed = new Applied(eventId, rule);
        if (known == null || changed.newerThan(known)) {
            rules.put(rule.ruleId(), changed);
            rulebook = new Rulebook(all());
        }
    }

    private record Applied(String eventId, RebateRule rule) {

        boolean newerThan(Applied other) {
            return rule.current().version() > other.rule().current().version();
        }
    }
}
