package com.rebatesuite.rebate.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An operator's change of a rule: on top of the version he has seen, or refused. */
@Component
public class ChangeRule {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final AppliedRules applied;
    private final RuleLog log;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    ChangeRule(AppliedRules applied, RuleLog log) {
        this.applied = applied;
        this.log = log;
    }

    /** What a rule shall read; the version follows from what it is on top of. */
    public record Wording(
            String title,
            @Nullable String merchant,
            @Nullable String category,
            int rateBasisPoints,
            Instant validFrom,
            @Nullable Instant validUntil,
            boolean active) {

        RuleVersion asVersion(int version) {
            return new RuleVersion(version, title, merchant, category, rateBasisPoints, validFrom, validUntil, active);
        }
    }

    /** What became of the change. */
    public sealed interface Answer {

        /** It counts. */
        record Changed(RebateRule rule) implements Answer {}

        /** It is durable, but the ledger has not taken it in yet. */
        record Accepted(RebateRule rule) implements Answer {}

        /** The rule is at another version; 0: there is no such rule. */
        record Stale(int version) implements Answer {}

        /** The rule has been changed too often. */
        record Full() implements Answer {}
    }

    /** Changes the rule if it is at {@code expectedVersion}; 0 for a rule that is not there yet. */
    public Answer change(String ruleId, int expectedVersion, Wording wording) {
        oneAtATime.lock();
        try {
            var known = applied.find(ruleId);
            int version = known.map(rule -> rule.current().version()).orElse(0);
            if (version != expectedVersion) {
                return new Answer.Stale(version);
            }
            if (version >= RebateRule.MOST_VERSIONS) {
                return new Answer.Full();
            }
            var next = wording.asVersion(version + 1);
            return write(
                    known.map(rule -> rule.changedTo(next)).orElseGet(() -> new RebateRule(ruleId, List.of(next))));
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Waits until the ledger has it: only then is it known that no other replica was faster. */
    private Answer write(RebateRule rule) {
        var eventId = log.write(rule);
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var known = applied.find(rule.ruleId());
            if (known.isPresent()
                    && known.get().current().version() >= rule.current().version()) {
                return won(eventId, rule, known.get());
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return new Answer.Accepted(rule);
    }

    private Answer won(String eventId, RebateRule rule, RebateRule known) {
        if (known.versions().contains(rule.current())
                && applied.lastChange(rule.ruleId()).filter(eventId::equals).isPresent()) {
            return new Answer.Changed(known);
        }
        // The log is compacted to its last record, which would now be the one that lost.
        log.write(known);
        return new Answer.Stale(known.current().version());
    }
}
