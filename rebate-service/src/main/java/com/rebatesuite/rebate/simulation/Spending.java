package com.rebatesuite.rebate.simulation;

import com.rebatesuite.rebate.earning.Budgets;
import com.rebatesuite.rebate.earning.Earned;
import com.rebatesuite.rebate.rule.Amount;
import com.rebatesuite.rebate.rule.RebateRule;
import com.rebatesuite.rebate.rule.RuleVersion;
import com.rebatesuite.rebate.rule.Rulebook;
import com.rebatesuite.rebate.simulation.Outcome.Budget;
import com.rebatesuite.rebate.simulation.Outcome.Point;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The budgets of all campaigns, drawn from in the order of the log. */
final class Spending implements Budgets {

    private final Rulebook rules;
    private final Experiment experiment;
    private final Map<String, Long> spent = new HashMap<>();
    private final TreeMap<LocalDate, Long> curve = new TreeMap<>();

    Spending(Rulebook rules, Experiment experiment) {
        this.rules = rules;
        this.experiment = experiment;
    }

    @Override
    public long left(String ruleId) {
        return budget(ruleId)
                .map(budget -> budget.minor() - spent.getOrDefault(ruleId, 0L))
                .orElse(0L);
    }

    void draw(Instant occurredAt, Earned earned) {
        earned.drawn().forEach((ruleId, minor) -> spent.merge(ruleId, minor, Math::addExact));
        var ofDraft = earned.drawn().get(experiment.ruleId());
        if (ofDraft != null) {
            curve.merge(experiment.day(occurredAt), ofDraft, Math::addExact);
        }
    }

    Optional<Budget> ofDraft() {
        return budget(experiment.ruleId()).map(budget -> {
            long sum = 0;
            LocalDate exhausted = null;
            var points = new ArrayList<Point>();
            for (var day : curve.entrySet()) {
                sum += day.getValue();
                points.add(new Point(day.getKey(), sum));
                exhausted = exhausted == null && sum >= budget.minor() ? day.getKey() : exhausted;
            }
            return new Budget(budget.currency(), budget.minor(), sum, exhausted, points);
        });
    }

    private Optional<Amount> budget(String ruleId) {
        return rules.rule(ruleId)
                .flatMap(RebateRule::latest)
                .map(RuleVersion::terms)
                .flatMap(terms -> Optional.ofNullable(terms.caps().budget()));
    }
}
