package com.rebatesuite.rebate.rule;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All rules at one moment, and which of them applies to a line: the most specific one (merchant and category, before
 * merchant, before category, before everything), among these the highest rate, among these the first by rule id.
 */
public final class Rulebook {

    private static final Comparator<Match> BEST = Comparator.<Match>comparingInt(
                    match -> match.version().specificity())
            .thenComparingInt(match -> match.version().rateBasisPoints())
            .thenComparing(Match::ruleId, Comparator.reverseOrder());

    private final Map<Scope, Set<RebateRule>> rules = new HashMap<>();

    public Rulebook(Collection<RebateRule> rules) {
        rules.forEach(rule -> rule.versions()
                .forEach(version -> this.rules
                        .computeIfAbsent(
                                new Scope(version.merchant(), version.category()), scope -> new LinkedHashSet<>())
                        .add(rule)));
    }

    /** The rule for a line of an order that occurred at that time, if there is one. */
    public Optional<Match> ruleFor(String merchant, String category, Instant occurredAt) {
        return candidates(merchant, category)
                .flatMap(rule -> rule.inForceAt(occurredAt).map(version -> new Match(rule.ruleId(), version)).stream())
                .filter(match -> match.version().covers(merchant, category))
                .max(BEST);
    }

    /** Rules of which at least one version speaks of the line; which version counts, only the time tells. */
    private Stream<RebateRule> candidates(String merchant, String category) {
        return Stream.of(
                        new Scope(merchant, category),
                        new Scope(merchant, null),
                        new Scope(null, category),
                        new Scope(null, null))
                .flatMap(scope -> rules.getOrDefault(scope, Set.of()).stream());
    }

    /** A rule that applies, in the version that was in force. */
    public record Match(String ruleId, RuleVersion version) {}

    private record Scope(
            @Nullable String merchant, @Nullable String category) {}
}
