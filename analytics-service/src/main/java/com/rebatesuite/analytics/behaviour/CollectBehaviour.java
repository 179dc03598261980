package com.rebatesuite.analytics.behaviour;

import com.rebatesuite.analytics.behaviour.Checked.Good;
import com.rebatesuite.analytics.behaviour.Checked.Repeated;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes a batch of reported events: keeps the good ones and says of every one what became of it. */
@Service
public class CollectBehaviour {

    private final BehaviourLog log;
    private final Clock clock;

    public CollectBehaviour(BehaviourLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /**
     * Returns when all good events are safe; the answers are in the order of the reports.
     *
     * @throws BehaviourLog.BehaviourUnavailable if that did not succeed in time: the whole batch may be sent again
     */
    public List<Checked> collect(String userId, List<? extends @Nullable Object> reported) {
        var receivedAt = clock.instant();
        var seen = new HashSet<String>();
        var answers = new ArrayList<Checked>();
        var good = new ArrayList<BehaviourEvent>();
        for (var report : reported) {
            var answer = once(BehaviourCheck.check(report, userId, receivedAt), seen);
            answers.add(answer);
            if (answer instanceof Good taken) {
                good.add(taken.event());
            }
        }
        log.append(good);
        return answers;
    }

    private static Checked once(Checked checked, Set<String> seen) {
        if (checked instanceof Good good && !seen.add(good.event().occasion().eventId())) {
            return new Repeated(good.event().occasion().eventId());
        }
        return checked;
    }
}
