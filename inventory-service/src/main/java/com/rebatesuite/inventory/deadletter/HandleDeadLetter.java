package com.rebatesuite.inventory.deadletter;

import com.rebatesuite.inventory.deadletter.Handling.Action;
import com.rebatesuite.inventory.deadletter.Handlings.AlreadyHandled;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts a dead letter back or discards it. That it was done is written first and committed last: a record that could not
 * be put back is not marked, and of two who do it at once one is refused.
 */
@Component
public class HandleDeadLetter {

    private final DeadLetters letters;
    private final Handlings handlings;
    private final Clock clock;
    private final MeterRegistry meters;

    HandleDeadLetter(DeadLetters letters, Handlings handlings, Clock clock, MeterRegistry meters) {
        this.letters = letters;
        this.handlings = handlings;
        this.clock = clock;
        this.meters = meters;
    }

    /** How a letter is to be put back: with another value if one is given, a second time only if that is said. */
    public record Replay(
            @Nullable Payload edited,
            boolean again,
            @Nullable String note,
            boolean dryRun) {}

    /** A letter that was put back, and where it is now; nowhere in a dry run. */
    public record Replayed(
            DeadLetter letter, Handling handling, @Nullable RecordId place) {}

    /**
     * Writes the record to where it came from, with its key and headers and the place of its first time: a consumer that
     * has booked it after all knows it again.
     *
     * @throws UnknownDeadLetter if it is not kept there
     * @throws AlreadyHandled if it was handled before and nobody says again
     * @throws NoOrigin if nobody knows where it came from
     */
    @Transactional
    public Replayed replay(RecordId id, Replay replay, String actor) {
        var dead = letter(id);
        if (!dead.letter().hasOrigin()) {
            throw new NoOrigin(id);
        }
        var before = before(id);
        if (!before.isEmpty() && !replay.again()) {
            throw handled(id, before);
        }
        var edited = replay.edited();
        var handling =
                new Handling(id, before.size() + 1, Action.REPLAYED, edited != null, actor, replay.note(), now());
        handlings.add(handling);
        if (replay.dryRun()) {
            return new Replayed(dead.letter(), handling, null);
        }
        var place = letters.putBack(dead, edited == null ? dead.value() : edited);
        count(handling);
        return new Replayed(dead.letter(), handling, place);
    }

    /**
     * Marks the letter as one that nobody will put back.
     *
     * @throws UnknownDeadLetter if it is not kept there
     * @throws AlreadyHandled if it was handled before
     */
    @Transactional
    public Handling discard(RecordId id, String reason, String actor) {
        letter(id);
        var before = before(id);
        if (!before.isEmpty()) {
            throw handled(id, before);
        }
        var handling = new Handling(id, 1, Action.DISCARDED, false, actor, reason, now());
        handlings.add(handling);
        count(handling);
        return handling;
    }

    private DeadRecord letter(RecordId id) {
        return letters.find(id).orElseThrow(() -> new UnknownDeadLetter(id));
    }

    private List<Handling> before(RecordId id) {
        return handlings.of(List.of(id)).getOrDefault(id, List.of());
    }

    /** Whole milliseconds, so that what is answered and what is stored are the same instant. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void count(Handling handling) {
        meters.counter("dead.letters.handled", "action", handling.action().wire())
                .increment();
    }

    private static AlreadyHandled handled(RecordId id, List<Handling> before) {
        var last = before.getLast();
        return new AlreadyHandled(id, last.action().wire() + " by " + last.actor() + " at " + last.at());
    }

    /** There is no such letter, or it is not kept any more. */
    public static final class UnknownDeadLetter extends RuntimeException {

        private static final long serialVersionUID = 1;

        public UnknownDeadLetter(RecordId id) {
            super("there is no dead letter " + id);
        }
    }

    /** The letter does not say where it came from, so it cannot be put back. */
    public static final class NoOrigin extends RuntimeException {

        private static final long serialVersionUID = 1;

        public NoOrigin(RecordId id) {
            super("dead letter " + id + ": without an original topic (expected: in its headers)");
        }
    }
}
