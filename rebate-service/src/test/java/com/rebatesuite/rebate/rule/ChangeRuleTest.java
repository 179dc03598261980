package com.rebatesuite.rebate.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.rebatesuite.rebate.rule.ChangeRule.Answer;
import com.rebatesuite.rebate.rule.ChangeRule.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangeRuleTest {

    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");

    private final AppliedRules applied = new AppliedRules();
    private final LoopingLog log = new LoopingLog();
    private final ChangeRule changeRule = new ChangeRule(applied, log);

    @Test
    void makesARuleAndChangesItOnTopOfTheVersionThatWasSeen() {
        assertThat(changeRule.change("r", 0, wording(300))).isInstanceOf(Answer.Changed.class);
        assertThat(changeRule.change("r", 1, wording(200))).isInstanceOf(Answer.Changed.class);

        assertThat(applied.find("r"))
                .hasValueSatisfying(rule -> assertThat(rule.versions())
                        .extracting(RuleVersion::version, RuleVersion::rateBasisPoints)
                        .containsExactly(tuple(1, 300), tuple(2, 200)));
    }

    @Test
    void refusesAChangeOnTopOfAnythingElse() {
        assertThat(changeRule.change("r", 1, wording(300))).isEqualTo(new Answer.Stale(0));
        assertThat(changeRule.change("r", 0, wording(300))).isInstanceOf(Answer.Changed.class);
        assertThat(changeRule.change("r", 0, wording(100))).isEqualTo(new Answer.Stale(1));
        assertThat(log.written).hasSize(1);
    }

    @Test
    void letsOneOfTwoOperatorsWin() throws InterruptedException, ExecutionException {
        Callable<Answer> change = () -> changeRule.change("r", 0, wording(300));
        var answers = new ArrayList<Answer>();
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
        var winner = new RebateRule("r", List.of(wording(100).asVersion(1)));
        log.rival = winner;

        assertThat(changeRule.change("r", 0, wording(300))).isEqualTo(new Answer.Stale(1));

        assertThat(applied.find("r")).contains(winner);
        assertThat(log.written.getLast()).isEqualTo(winner);
    }

    private static Wording wording(int rate) {
        return new Wording("a rule", null, "tea", rate, JANUARY, null, true);
    }

    /** Applies what is written, as the global store does; a rival's record may be there a moment earlier. */
    private final class LoopingLog implements RuleLog {

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
}
