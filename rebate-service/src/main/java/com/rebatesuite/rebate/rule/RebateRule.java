package com.rebatesuite.rebate.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A rule with all its versions, oldest first. An order is judged by what was in force when it occurred, so the past stays.
 */
public record RebateRule(String ruleId, List<RuleVersion> versions) {

    /** More changes than this and it is another rule: its whole history travels in one event. */
    public static final int MOST_VERSIONS = 200;

    public RebateRule {
        if (versions.isEmpty() || versions.size() > MOST_VERSIONS) {
            throw new IllegalArgumentException(
                    "versions: " + versions.size() + " (expected: 1.." + MOST_VERSIONS + ")");
        }
        versions = versions.stream()
                .sorted(Comparator.comparingInt(RuleVersion::version))
                .toList();
    }

    /** As it reads now. */
    public RuleVersion current() {
        return versions.getLast();
    }

    /** With one more change. */
    public RebateRule changedTo(RuleVersion next) {
        if (next.version() != current().version() + 1) {
            throw new IllegalArgumentException(
                    "version: " + next.version() + " (expected: " + (current().version() + 1) + ")");
        }
        var all = new ArrayList<>(versions);
        all.add(next);
        return new RebateRule(ruleId, all);
    }

    /** The latest change whose validity has begun decides; it may say that the rule no longer applies. */
    Optional<RuleVersion> inForceAt(Instant time) {
        return versions.reversed().stream()
                .filter(version -> !time.isBefore(version.validFrom()))
                .findFirst()
                .filter(version -> version.appliesAt(time));
    }
}
