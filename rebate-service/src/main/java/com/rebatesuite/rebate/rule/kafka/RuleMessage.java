package com.rebatesuite.rebate.rule.kafka;

import static java.util.Objects.requireNonNull;

import com.rebatesuite.rebate.rule.RebateRule;
import com.rebatesuite.rebate.rule.RuleVersion;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The data of contracts/events/rebate-rule.v1: the whole rule after a change, with its earlier versions. */
record RuleMessage(
        String ruleId,
        int version,
        String title,
        @Nullable String merchant,
        @Nullable String category,
        int rateBasisPoints,
        Instant validFrom,
        @Nullable Instant validUntil,
        boolean active,
        @Nullable List<VersionMessage> history) {

    static final String TYPE = "rebate-rule.v1";

    RuleMessage {
        requireNonNull(ruleId, "rule_id");
        requireNonNull(title, "title");
        requireNonNull(validFrom, "valid_from");
    }

    static RuleMessage of(RebateRule rule) {
        var current = rule.current();
        var earlier = rule.versions().subList(0, rule.versions().size() - 1).stream()
                .map(VersionMessage::of)
                .toList();
        return new RuleMessage(
                rule.ruleId(),
                current.version(),
                current.title(),
                current.merchant(),
                current.category(),
                current.rateBasisPoints(),
                current.validFrom(),
                current.validUntil(),
                current.active(),
                earlier.isEmpty() ? null : earlier);
    }

    RebateRule toRule() {
        var current =
                new RuleVersion(version, title, merchant, category, rateBasisPoints, validFrom, validUntil, active);
        var earlier =
                history == null ? Stream.<RuleVersion>of() : history.stream().map(VersionMessage::toVersion);
        return new RebateRule(ruleId, Stream.concat(earlier, Stream.of(current)).toList());
    }

    /** An earlier version. */
    record VersionMessage(
            int version,
            String title,
            @Nullable String merchant,
            @Nullable String category,
            int rateBasisPoints,
            Instant validFrom,
            @Nullable Instant validUntil,
            boolean active) {

        static VersionMessage of(RuleVersion version) {
            return new VersionMessage(
                    version.version(),
                    version.title(),
                    version.merchant(),
                    version.category(),
                    version.rateBasisPoints(),
                    version.validFrom(),
                    version.validUntil(),
                    version.active());
        }

        RuleVersion toVersion() {
            return new RuleVersion(version, title, merchant, category, rateBasisPoints, validFrom, validUntil, active);
        }
    }
}
