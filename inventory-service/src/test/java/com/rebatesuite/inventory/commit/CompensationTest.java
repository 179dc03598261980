package com.rebatesuite.inventory.commit;

import static com.rebatesuite.inventory.commit.StockFixture.TEA;
import static com.rebatesuite.inventory.commit.StockFixture.line;
import static com.rebatesuite.inventory.commit.StockFixture.origin;
import static com.rebatesuite.inventory.commit.StockFixture.receive;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.inventory.level.Deltas;
import com.rebatesuite.inventory.level.StockLevel;
import com.rebatesuite.inventory.level.Tally;
import com.rebatesuite.inventory.movement.Reason;
import com.rebatesuite.platform.telemetry.Trace;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A level that is put right. */
class CompensationTest {

    private static final Tally LEVEL = new Tally(new Deltas(10, 0, 0), 1);

    private final InMemoryBooks books = new InMemoryBooks();
    private final Decider decider = new Decider(StockFixture.HOLD_FOR, StockFixture.LIMITS);

    @BeforeEach
    void goods() {
        decide(receive("opening", line(TEA, 10)));
    }

    @Test
    void becomesWhatTheJournalSaysAndMovesOnFromThere() {
        var journal = new Tally(new Deltas(12, 1, 0), 4);

        decide(new StockCommand.Compensate(origin("c"), TEA, LEVEL, journal, new Deltas(0, 2, 0)));

        assertThat(books.level(TEA)).isEqualTo(new StockLevel(TEA, 12, 3, 0, 5));
        var movement = books.journal().getLast();
        assertThat(movement.reason()).isEqualTo(Reason.COMPENSATION);
        assertThat(movement.deltas()).isEqualTo(new Deltas(0, 2, 0));
    }

    @Test
    void isLeftAloneWhenItIsNotWhatWasCompared() {
        decide(receive("later", line(TEA, 1)));

        assertThat(decide(new StockCommand.Compensate(origin("c"), TEA, LEVEL, LEVEL, new Deltas(1, 0, 0))))
                .isEqualTo(new Outcome.Stale(TEA, 1, 2));
        assertThat(books.level(TEA).onHand()).isEqualTo(11);
    }

    @Test
    void inv5_isPutRightOncePerCause() {
        var command = new StockCommand.Compensate(origin("c"), TEA, LEVEL, LEVEL, new Deltas(1, 0, 0));
        decide(command);

        assertThat(decide(command)).isInstanceOf(Outcome.Booked.class);
        assertThat(books.level(TEA).onHand()).isEqualTo(11);
    }

    private Outcome decide(StockCommand command) {
        var request = Request.of(command, Trace.NONE);
        var moment = new Moment(Instant.parse("2026-01-05T10:15:30Z"), UUID::randomUUID);
        var batch = new Batch(decider, moment, List.of(request), Meters.none());
        batch.bookIn(books);
        batch.answer();
        return request.answer().join();
    }
}
