package com.rebatesuite.rebate.rule;

import com.rebatesuite.rebate.revision.Revised;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rule with all its approved versions, oldest first, and what is proposed. An order is judged by what was in force when
 * it occurred, so the past stays.
 *
 * @param revision counts everything that was ever done to the rule, from 1
 */
public record RebateRule(
        String ruleId,
        int revision,
        List<RuleVersion> versions,
        @Nullable Proposal proposal) implements Revised {

    /** More versions than this and it is another rule: its whole history travels in one event. */
    public static final int MOST_VERSIONS = 200;

    public RebateRule {
        if (revision < 1) {
            throw new IllegalArgumentException("revision: " + revision + " (expected: >= 1)");
        }
        if (versions.size() > MOST_VERSIONS) {
            throw new IllegalArgumentException(
                    "versions: " + versions.size() + " (expected: 0.." + MOST_VERSIONS + ")");
        }
        versions = versions.stream()
                .sorted(Comparator.comparingInt(RuleVersion::version))
                .toList();
        for (int i = 0; i < versions.size(); i++) {
            if (versions.get(i).version() != i + 1) {
                throw new IllegalArgumentException(
                        "version: " + versions.get(i).version() + " (expected: " + (i + 1) + ")");
            }
        }
    }

    /** A rule of which nothing but this proposal is known. */
    static RebateRule proposed(String ruleId, Proposal proposal) {
        return new RebateRule(ruleId, 1, List.of(), proposal);
    }

    @Override
    public String key() {
        return ruleId;
    }

    /** The last approved version, in force or not yet. */
    public Optional<RuleVersion> latest() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
    }

    /** Nothing was ever approved and nothing is proposed: only the id is taken. */
    public boolean blank() {
        return versions.isEmpty() && proposal == null;
    }

    /** The latest version whose validity has begun decides; it may say that the rule no longer applies. */
    public Optional<RuleVersion> inForceAt(Instant time) {
        return versions.reversed().stream()
                .filter(version -> version.begunAt(time))
                .findFirst()
                .filter(version -> version.appliesAt(time));
    }

    RebateRule proposing(Proposal next) {
        return new RebateRule(ruleId, revision + 1, versions, next);
    }

    RebateRule withoutProposal() {
        return new RebateRule(ruleId, revision + 1, versions, null);
    }

    RebateRule approving(Proposal accepted, String by, Instant at) {
        var all = new ArrayList<>(versions);
        all.add(accepted.approved(versions.size() + 1, by, at));
        return new RebateRule(ruleId, revision + 1, all, null);
    }
}
