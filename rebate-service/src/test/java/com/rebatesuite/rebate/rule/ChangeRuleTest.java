package com.rebatesuite.rebate.rule;

import static com.rebatesuite.rebate.rule.RuleFixture.JANUARY;
import static com.rebatesuite.rebate.rule.RuleFixture.OLGA;
import static com.rebatesuite.rebate.rule.RuleFixture.OTTO;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.rebate.revision.Answer;
import com.rebatesuite.rebate.revision.RevisionLog;
import com.rebatesuite.rebate.rule.ChangeRule.Wish;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangeRuleTest {

    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    private final AppliedRules applied = new AppliedRules();
    private final LoopingLog log = new LoopingLog();
    private final Hands hands = new Hands();
    private final ChangeRule changeRule = new ChangeRule(applied, log, hands);

    @Test
    void appliesAProposalOnlyWhenAnotherHasApprovedIt() {
        changed(changeRule.propose("r", 0, wish(300, OLGA)));
        assertThat(applied.rulebook().matches("TEA", "own", "tea", MARCH)).isEmpty();

        var rule = changed(changeRule.approve("r", 1, OTTO));

        assertThat(rule.latest()).hasValueSatisfying(version -> {
            assertThat(version.rateBasisPoints()).isEqualTo(300);
            assertThat(version.approval()).isEqualTo(new Approval(OLGA, JANUARY, OTTO, JANUARY, false, null));
        });
        assertThat(rule.proposal()).isNull();
        assertThat(applied.rulebook().matches("TEA", "own", "tea", MARCH)).hasSize(1);
    }

    @Test
    void refusesTheApprovalOfWhoeverProposedIt() {
        changed(changeRule.propose("r", 0, wish(300, OLGA)));

        assertThat(changeRule.approve("r", 1, OLGA))
                .isEqualTo(new Answer.Refused<>("same-person", "olga proposed it: somebody else has to approve it"));
        assertThat(log.written).hasSize(1);
    }

    @Test
    void countsWhoeverChangedAProposalLastAsItsProposer() {
        changed(changeRule.propose("r", 0, wish(300, OLGA)));
        changed(changeRule.propose("r", 1, wish(900, OTTO)));

        assertThat(changeRule.approve("r", 2, OTTO)).isInstanceOf(Answer.Refused.class);
        assertThat(changed(changeRule.approve("r", 2, OLGA)).latest())
                .map(RuleVersion::rateBasisPoints)
                .contains(900);
    }

    @Test
    void refusesToApproveWhatTheApproverHasNotSeen() {
        changed(changeRule.propose("r", 0, wish(300, OLGA)));
        changed(changeRule.propose("r", 1, wish(900, OLGA)));

        assertThat(changeRule.approve("r", 1, OTTO)).isEqualTo(new Answer.Stale<>(2));
    }

    @Test
    void letsNothingCountForThePast() {
        hands.now = MARCH.plusNanos(1);
        assertThat(refusal(changeRule.propose("r", 0, wish(300, OLGA)))).isEqualTo("valid-from-passed");

        hands.now = MARCH;
        changed(changeRule.propose("r", 0, wish(300, OLGA)));
        hands.now = MARCH.plusNanos(1);
        assertThat(refusal(changeRule.approve("r", 1, OTTO))).isEqualTo("valid-from-passed");
        hands.now = MARCH;
        assertThat(changed(changeRule.approve("r", 1, OTTO)).latest()).isPresent();
    }

    @Test
    void letsOnlyTheFirstVersionCountForThePastAndWithAReason() {
        hands.now = MARCH.plusSeconds(1);
        changed(changeRule.propose("r", 0, retroactive()));
        var rule = changed(changeRule.approve("r", 1, OTTO));

        assertThat(rule.latest())
                .map(RuleVersion::approval)
                .hasValueSatisfying(approval -> assertThat(approval.reason()).isEqualTo("replay of last year"));
        assertThat(refusal(changeRule.propose("r", 2, retroactive()))).isEqualTo("not-retroactive");
    }

    @Test
    void forgetsAProposalThatIsWithdrawn() {
        changed(changeRule.propose("r", 0, wish(300, OLGA)));
        changed(changeRule.withdraw("r", 1));

        assertThat(applied.find("r")).isEmpty();
        assertThat(applied.all()).isEmpty();
        assertThat(refusal(changeRule.approve("r", 2, OTTO))).isEqualTo("no-proposal");
        assertThat(refusal(changeRule.withdraw("r", 2))).isEqualTo("no-proposal");
        assertThat(changed(changeRule.propose("r", 0, wish(200, OLGA))).revision())
                .isEqualTo(3);
    }

    @Test
    void keepsWhatIsInForceWhenAProposalIsWithdrawn() {
        changed(changeRule.propose("r", 0, wish(300, OLGA)));
        changed(changeRule.approve("r", 1, OTTO));
        changed(changeRule.propose("r", 2, wish(900, OLGA)));

        assertThat(changed(changeRule.withdraw("r", 3)).latest())
                .map(RuleVersion::rateBasisPoints)
                .contains(300);
    }

    @Test
    void refusesAChangeOnTopOfAnythingElse() {
        assertThat(changeRule.propose("r", 1, wish(300, OLGA))).isEqualTo(new Answer.Stale<>(0));
        changed(changeRule.propose("r", 0, wish(300, OLGA)));
        assertThat(changeRule.propose("r", 0, wish(100, OLGA))).isEqualTo(new Answer.Stale<>(1));
        assertThat(log.written).hasSize(1);
    }

    @Test
    void keepsTheHistoryWithinItsBound() {
        for (int i = 0; i < RebateRule.MOST_VERSIONS; i++) {
            changed(changeRule.propose("r", 2 * i, wish(1, OLGA)));
            changed(changeRule.approve("r", 2 * i + 1, OTTO));
        }

        assertThat(refusal(changeRule.propose("r", 2 * RebateRule.MOST_VERSIONS, wish(1, OLGA))))
                .isEqualTo("too-many-versions");
    }

    @Test
    void letsOneOfManyOperatorsWin() throws InterruptedException, ExecutionException {
        Callable<Answer<RebateRule>> change = () -> changeRule.propose("r", 0, wish(300, OLGA));
        var answers = new ArrayList<Answer<RebateRule>>();
        try (var operators = Executors.newFixedThreadPool(8)) {
            for (var answer : operators.invokeAll(List.of(change, change, change, change, change, change, change))) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).filteredOn(Answer.Changed.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(Answer.Stale.class::isInstance).hasSize(6);
    }

    @Test
    void tellsWhoLostAgainstAnotherReplicaAndMendsTheEndOfTheLog() {
        var winner = RuleFixture.percent("r", null, "tea", 100);
        log.rival = winner;

        assertThat(changeRule.propose("r", 0, wish(300, OLGA))).isEqualTo(new Answer.Stale<>(2));

        assertThat(applied.find("r")).contains(winner);
        assertThat(log.written.getLast()).isEqualTo(winner);
    }

    private static Wish wish(int rate, String by) {
        var terms = RuleFixture.terms(draft -> {
            draft.rate = rate;
            draft.from = MARCH;
        });
        return new Wish(terms, false, null, by);
    }

    private static Wish retroactive() {
        return new Wish(RuleFixture.terms(draft -> {}), true, "replay of last year", OLGA);
    }

    private static RebateRule changed(Answer<RebateRule> answer) {
        assertThat(answer).isInstanceOf(Answer.Changed.class);
        return ((Answer.Changed<RebateRule>) answer).thing();
    }

    private static String refusal(Answer<RebateRule> answer) {
        assertThat(answer).isInstanceOf(Answer.Refused.class);
        return ((Answer.Refused<RebateRule>) answer).code();
    }

    /** Applies what is written, as the global store does; a rival's record may be there a moment earlier. */
    private final class LoopingLog implements RevisionLog<RebateRule> {

        private final List<RebateRule> written = new ArrayList<>();
        private @Nullable RebateRule rival;

        @Override
        public synchronized String write(RebateRule rule) {
            if (rival != null) {
                applied.apply("rival", rival);
            }
            written.add(rule);
            var id = "event-" + written.size();
            applied.apply(id, rule);
            return id;
        }
    }

    /** A clock that is set by hand. */
    private static final class Hands extends Clock {

        private Instant now = JANUARY;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
