package com.rebatesuite.inventory.count;

import com.rebatesuite.inventory.commit.GroupCommit;
import com.rebatesuite.inventory.commit.Outcome;
import com.rebatesuite.inventory.commit.StockCommand;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.movement.Origin;
import com.rebatesuite.inventory.movement.ReasonCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Books what was counted, each line by itself. What is to be booked is frozen first, and each line has its effect only
 * once: killed anywhere in between, closing once more ends it.
 */
@Component
public class CloseCount {

    private final StockCounts counts;
    private final GroupCommit commit;

    public CloseCount(StockCounts counts, GroupCommit commit) {
        this.counts = counts;
        this.commit = commit;
    }

    /**
     * Books what can be booked; the rest stays open with the reason.
     *
     * @throws CountRefused if there is no such count, or it was given up
     */
    public StockCount close(UUID id, String actor) {
        var closing = counts.changeNow(id, StockCount::closing);
        var refusals = refusals(closing, actor, false);
        return counts.change(id, count -> count.settled(refusals));
    }

    /** Says what closing it would do, and does nothing. */
    public StockCount tryOut(UUID id, String actor) {
        var closing = counts.of(id).orElseThrow(() -> unknown(id)).closing();
        return closing.settled(refusals(closing, actor, true));
    }

    /** There is no such count. */
    public static CountRefused unknown(UUID id) {
        return new CountRefused(CountRefused.Why.UNKNOWN, "there is no count " + id);
    }

    private Map<String, String> refusals(StockCount count, String actor, boolean dryRun) {
        var due = count.lines().stream().filter(CountLine::isDue).toList();
        var outcomes = commit.decideAll(
                due.stream().map(line -> command(count, line, actor, dryRun)).toList());
        return refusals(due, outcomes);
    }

    private static Map<String, String> refusals(List<CountLine> due, List<Outcome> outcomes) {
        var refusals = new HashMap<String, String>();
        for (int index = 0; index < due.size(); index++) {
            if (outcomes.get(index) instanceof Outcome.NotFree notFree) {
                refusals.put(due.get(index).sku(), notFree.why());
            }
        }
        return refusals;
    }

    private static StockCommand.Count command(StockCount count, CountLine line, String actor, boolean dryRun) {
        var reference = "count/" + count.id();
        return new StockCommand.Count(
                new Origin(reference + "/" + line.sku(), reference, actor, ReasonCode.COUNTED, null),
                new LevelKey(line.sku(), count.location()),
                line.correction(),
                dryRun);
    }
}
