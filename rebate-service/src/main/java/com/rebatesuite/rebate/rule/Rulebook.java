package com.rebatesuite.rebate.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All rules at one moment, filed by what they are for: a line looks only at the versions of its sku, its merchant and its
 * category, and at those for everything. Cannot be changed.
 */
public final class Rulebook {

    private final Map<String, RebateRule> rules = new HashMap<>();
    private final Map<String, List<Filed>> bySku = new HashMap<>();
    private final Map<String, List<Filed>> byMerchant = new HashMap<>();
    private final Map<String, List<Filed>> byCategory = new HashMap<>();
    private final List<Filed> forEverything = new ArrayList<>();

    public Rulebook(Collection<RebateRule> all) {
        all.forEach(rule -> {
            rules.put(rule.ruleId(), rule);
            Filed.of(rule).forEach(this::file);
        });
    }

    /** The versions in force at that time that speak of the line, in no order. */
    public List<Match> matches(String sku, String merchant, String category, Instant time) {
        var found = new ArrayList<Match>();
        collect(bySku.get(sku), sku, merchant, category, time, found);
        collect(byMerchant.get(merchant), sku, merchant, category, time, found);
        collect(byCategory.get(category), sku, merchant, category, time, found);
        collect(forEverything, sku, merchant, category, time, found);
        return found;
    }

    /** The rule in whatever state it is. */
    public Optional<RebateRule> rule(String ruleId) {
        return Optional.ofNullable(rules.get(ruleId));
    }

    /** One version of a rule, in force or not. */
    public Optional<RuleVersion> version(String ruleId, int version) {
        return rule(ruleId)
                .map(RebateRule::versions)
                .filter(versions -> version >= 1 && version <= versions.size())
                .map(versions -> versions.get(version - 1));
    }

    private void file(Filed filed) {
        var scope = filed.match.version().terms().scope();
        if (scope.sku() != null) {
            file(bySku, scope.sku(), filed);
        } else if (scope.merchant() != null) {
            file(byMerchant, scope.merchant(), filed);
        } else if (scope.category() != null) {
            file(byCategory, scope.category(), filed);
        } else {
            forEverything.add(filed);
        }
    }

    private static void file(Map<String, List<Filed>> drawer, String key, Filed filed) {
        drawer.computeIfAbsent(key, unused -> new ArrayList<>()).add(filed);
    }

    private static void collect(
            @Nullable List<Filed> drawer,
            String sku,
            String merchant,
            String category,
            Instant time,
            List<Match> found) {
        if (drawer == null) {
            return;
        }
        for (var filed : drawer) {
            if (filed.inForceAt(time) && filed.match.version().terms().scope().covers(sku, merchant, category)) {
                found.add(filed.match);
            }
        }
    }

    /** A rule in one of its versions. */
    public record Match(String ruleId, RuleVersion version) {

        public RuleTerms terms() {
            return version.terms();
        }
    }

    /**
     * A version with the time in which it is in force: from its beginning until a later version has begun, or its own end.
     */
    private record Filed(
            Match match, Instant from, @Nullable Instant until) {

        static List<Filed> of(RebateRule rule) {
            var filed = new ArrayList<Filed>();
            Instant nextFrom = null;
            for (var version : rule.versions().reversed()) {
                var terms = version.terms();
                var until = earlier(terms.validUntil(), nextFrom);
                if (terms.active() && (until == null || terms.validFrom().isBefore(until))) {
                    filed.add(new Filed(new Match(rule.ruleId(), version), terms.validFrom(), until));
                }
                nextFrom = earlier(terms.validFrom(), nextFrom);
            }
            return filed;
        }

        boolean inForceAt(Instant time) {
            return !time.isBefore(from) && (until == null || time.isBefore(until));
        }

        private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return one.isBefore(other) ? one : other;
        }
    }
}
