package com.rebatesuite.inventory.alert;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.view.Levels;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Projects when a level will be out, from the pace of the last hour. */
@Component
public class ProjectStockOut {

    private static final Duration WINDOW = Duration.ofHours(1);

    private final Levels books;
    private final Departures departures;
    private final Clock clock;

    ProjectStockOut(Levels books, Departures departures, Clock clock) {
        this.books = books;
        this.departures = departures;
        this.clock = clock;
    }

    /** The projection for a level as it is now; empty when there is no such level. */
    public Optional<Projection> now(LevelKey key) {
        return books.of(key).map(level -> at(key, level.available(), clock.instant()));
    }

    /** The projection for a level that had so many units available at that moment. */
    Projection at(LevelKey key, long available, Instant moment) {
        var pace = departures.of(key, moment.minus(WINDOW), moment);
        return new Projection(
                key, available, pace, pace.outAt(available, moment).orElse(null));
    }
}
