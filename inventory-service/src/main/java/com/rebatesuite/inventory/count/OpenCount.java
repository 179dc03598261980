package com.rebatesuite.inventory.count;

import com.rebatesuite.inventory.count.CountRefused.Why;
import com.rebatesuite.platform.event.EventIds;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/** Begins a count: from now on it does not matter what moves meanwhile. */
@Component
public class OpenCount {

    /** More lines nobody counts in one go. */
    public static final int MOST = 1000;

    private final StockCounts counts;
    private final EventIds ids;
    private final Clock clock;

    public OpenCount(StockCounts counts, EventIds ids, Clock clock) {
        this.counts = counts;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Opens it for these products, or when none is named, for all that have a level at the location.
     *
     * @throws CountRefused if these are too many, or none
     */
    public StockCount open(String location, List<String> skus, String reference, String actor) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var opened = counts.open(
                new StockCount(ids.next(), location, reference, actor, now, Status.OPEN, 1, List.of()), skus, MOST + 1);
        if (opened.lines().isEmpty()) {
            throw new CountRefused(Why.NOTHING, "products at " + location + ": none (expected: at least one)");
        }
        if (opened.lines().size() > MOST) {
            throw new CountRefused(
                    Why.TOO_MANY,
                    "products at " + location + ": more than " + MOST + " (expected: name those you count)");
        }
        return opened;
    }
}
