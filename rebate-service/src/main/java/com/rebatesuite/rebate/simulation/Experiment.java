package com.rebatesuite.rebate.simulation;

import com.rebatesuite.rebate.rule.Approval;
import com.rebatesuite.rebate.rule.RebateRule;
import com.rebatesuite.rebate.rule.RuleTerms;
import com.rebatesuite.rebate.rule.RuleVersion;
import com.rebatesuite.rebate.rule.Rulebook;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A draft of a rule, to be tried on the orders of a period.
 *
 * @param ruleId the rule it would be a version of, known or not
 * @param draft counts from {@code from} on, whatever validity it names itself
 * @param from inclusive
 * @param to exclusive
 */
public record Experiment(String ruleId, RuleTerms draft, Instant from, Instant to) {

    public Experiment {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("to: " + to + " (expected: after " + from + ")");
        }
    }

    /** All other rules as they are, this one with the draft on top. */
    Rulebook rulebook(Collection<RebateRule> rules) {
        var all = new ArrayList<RebateRule>();
        rules.stream().filter(rule -> !rule.ruleId().equals(ruleId)).forEach(all::add);
        var earlier = rules.stream()
                .filter(rule -> rule.ruleId().equals(ruleId))
                .findFirst()
                .map(RebateRule::versions)
                .orElse(List.of());
        all.add(new RebateRule(ruleId, 1, withDraft(earlier), null));
        return new Rulebook(all);
    }

    private List<RuleVersion> withDraft(List<RuleVersion> earlier) {
        var versions = new ArrayList<>(earlier);
        versions.add(new RuleVersion(earlier.size() + 1, asOf(), nobody()));
        return versions;
    }

    private RuleTerms asOf() {
        return new RuleTerms(
                draft.title(),
                draft.scope(),
                draft.reward(),
                draft.conditions(),
                draft.caps(),
                draft.currency(),
                draft.priority(),
                draft.stackable(),
                from,
                null,
                draft.active());
    }

    private Approval nobody() {
        return new Approval("simulation", from, "nobody", from, false, null);
    }

    boolean covers(Instant occurredAt) {
        return !occurredAt.isBefore(from) && occurredAt.isBefore(to);
    }

    /** The day (UTC) of a moment; all that was before the period is one day, the one before it. */
    LocalDate day(Instant occurredAt) {
        return occurredAt.isBefore(from) ? utc(from).minusDays(1) : utc(occurredAt);
    }

    private static LocalDate utc(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
