package com.rebatesuite.rebate.rule;

import static java.util.Objects.requireNonNull;

import com.rebatesuite.rebate.revision.Answer;
import com.rebatesuite.rebate.revision.Change;
import com.rebatesuite.rebate.revision.Revising;
import com.rebatesuite.rebate.revision.RevisionLog;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Operators change rules by four eyes: one proposes, another approves what was proposed. */
@Component
public class ChangeRule {

    private final AppliedRules applied;
    private final Revising<RebateRule> revising;
    private final Clock clock;

    ChangeRule(AppliedRules applied, RevisionLog<RebateRule> log, Clock clock) {
        this.applied = applied;
        this.revising = new Revising<>(applied.revisions(), log);
        this.clock = clock;
    }

    /** What an operator asks for; {@code reason} is needed when it shall count for the past. */
    public record Wish(
            RuleTerms terms, boolean retroactive, @Nullable String reason, String by) {}

    /** Proposes the next version, in place of what was proposed before; 0 for a rule that is not there yet. */
    public Answer<RebateRule> propose(String ruleId, int expectedRevision, Wish wish) {
        var now = clock.instant();
        var proposal = new Proposal(wish.terms(), wish.retroactive(), wish.reason(), wish.by(), now);
        return revising.change(
                ruleId, seen(ruleId, expectedRevision), known -> proposing(ruleId, known, proposal, now));
    }

    /** Lets the proposal count: it is the next version. Whoever proposed it cannot. */
    public Answer<RebateRule> approve(String ruleId, int expectedRevision, String by) {
        var now = clock.instant();
        return revising.change(
                ruleId, expectedRevision, known -> withProposal(ruleId, known, rule -> approving(rule, by, now)));
    }

    /** Takes the proposal away. */
    public Answer<RebateRule> withdraw(String ruleId, int expectedRevision) {
        return revising.change(
                ruleId,
                expectedRevision,
                known -> withProposal(ruleId, known, rule -> new Change.To<>(rule.withoutProposal())));
    }

    /** Whoever makes a new rule need not know that its id was used for a proposal that came to nothing. */
    private int seen(String ruleId, int expectedRevision) {
        if (expectedRevision != 0) {
            return expectedRevision;
        }
        return applied.revisions()
                .find(ruleId)
                .filter(RebateRule::blank)
                .map(RebateRule::revision)
                .orElse(0);
    }

    private static Change<RebateRule> proposing(
            String ruleId, Optional<RebateRule> known, Proposal proposal, Instant now) {
        int versions = known.map(rule -> rule.versions().size()).orElse(0);
        if (versions >= RebateRule.MOST_VERSIONS) {
            return new Change.Refused<>(
                    "too-many-versions",
                    "a rule has at most " + RebateRule.MOST_VERSIONS + " versions: make another rule");
        }
        if (proposal.retroactive() && versions > 0) {
            return new Change.Refused<>(
                    "not-retroactive",
                    "only the first version of a rule may count for the past: " + ruleId + " has " + versions);
        }
        if (proposal.lateAt(now)) {
            return late(proposal, now);
        }
        return new Change.To<>(
                known.map(rule -> rule.proposing(proposal)).orElseGet(() -> RebateRule.proposed(ruleId, proposal)));
    }

    private static Change<RebateRule> withProposal(
            String ruleId, Optional<RebateRule> known, Function<RebateRule, Change<RebateRule>> decision) {
        return known.filter(rule -> rule.proposal() != null)
                .map(decision)
                .orElseGet(() -> new Change.Refused<>("no-proposal", "nothing is proposed for the rule " + ruleId));
    }

    private static Change<RebateRule> approving(RebateRule rule, String by, Instant now) {
        var proposal = requireNonNull(rule.proposal());
        if (proposal.proposedBy().equals(by)) {
            return new Change.Refused<>("same-person", by + " proposed it: somebody else has to approve it");
        }
        return proposal.lateAt(now) ? late(proposal, now) : new Change.To<>(rule.approving(proposal, by, now));
    }

    private static Change<RebateRule> late(Proposal proposal, Instant now) {
        return new Change.Refused<>(
                "valid-from-passed",
                "valid_from: " + proposal.terms().validFrom() + " (expected: not before " + now + ")");
    }
}
