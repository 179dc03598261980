package com.rebatesuite.rebate.revision;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** Changes a thing on top of the revision that somebody has seen, or refuses. */
public final class Revising<T extends Revised> {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final Revisions<T> revisions;
    private final RevisionLog<T> log;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    public Revising(Revisions<T> revisions, RevisionLog<T> log) {
        this.revisions = revisions;
        this.log = log;
    }

    /** Changes it if it is at {@code expectedRevision}; 0 for what is not there yet. */
    public Answer<T> change(String key, int expectedRevision, Function<Optional<T>, Change<T>> decision) {
        oneAtATime.lock();
        try {
            var known = revisions.find(key);
            int revision = known.map(Revised::revision).orElse(0);
            if (revision != expectedRevision) {
                return new Answer.Stale<>(revision);
            }
            return switch (decision.apply(known)) {
                case Change.To<T> to -> write(to.thing());
                case Change.Refused<T> refused -> new Answer.Refused<>(refused.code(), refused.detail());
            };
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Waits until it has come back from the log: only then is it known that no other replica was faster. */
    private Answer<T> write(T thing) {
        var eventId = log.write(thing);
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var known = revisions.find(thing.key());
            if (known.isPresent() && known.get().revision() >= thing.revision()) {
                return judge(eventId, thing, known.get());
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return new Answer.Pending<>(thing);
    }

    private Answer<T> judge(String eventId, T thing, T known) {
        if (revisions.lastChange(thing.key()).filter(eventId::equals).isPresent()) {
            return new Answer.Changed<>(known);
        }
        // The log is compacted to its last record, which would now be the one that lost.
        log.write(known);
        return new Answer.Stale<>(known.revision());
    }
}
