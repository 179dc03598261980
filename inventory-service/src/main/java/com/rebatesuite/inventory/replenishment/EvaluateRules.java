package com.rebatesuite.inventory.replenishment;

import com.rebatesuite.inventory.level.LevelKey;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Looks at rules, and proposes where one asks for it. Looking takes no lock, as nearly always nothing is to be done. */
@Component
public class EvaluateRules {

    private final Situations situations;
    private final ProposeReplenishments propose;
    private final ReorderPolicy policy;
    private final ReplenishmentMeters meters;
    private final Clock clock;

    EvaluateRules(
            Situations situations,
            ProposeReplenishments propose,
            ReplenishmentProperties properties,
            ReplenishmentMeters meters,
            Clock clock) {
        this.situations = situations;
        this.propose = propose;
        this.policy = new ReorderPolicy(properties.forecastMaxAge());
        this.meters = meters;
        this.clock = clock;
    }

    /** Looks at the rules for these levels, and returns what is proposed now. */
    public List<Replenishment> evaluate(Collection<LevelKey> levels) {
        return meters.evaluating(() -> decide(situations.of(levels)));
    }

    /** Looks at so many rules after this one, by their names. */
    public Turn evaluateAfter(String ruleId, int limit) {
        return meters.evaluating(() -> {
            var found = situations.after(ruleId, limit);
            return new Turn(
                    found.size(),
                    found.size() < limit ? "" : found.getLast().rule().id(),
                    decide(found));
        });
    }

    private List<Replenishment> decide(List<Situation> found) {
        var levels = wanting(found);
        return levels.isEmpty() ? List.of() : propose.propose(levels);
    }

    private SortedSet<LevelKey> wanting(List<Situation> found) {
        var levels = new TreeSet<LevelKey>();
        policy.proposals(found, clock.instant())
                .forEach(proposal -> levels.add(proposal.rule().key()));
        return levels;
    }

    /**
     * What one turn over the rules has led to.
     *
     * @param last where the next turn begins; empty when there are no more rules
     */
    public record Turn(int evaluated, String last, List<Replenishment> proposed) {}
}
