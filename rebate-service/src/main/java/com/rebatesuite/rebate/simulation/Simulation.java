package com.rebatesuite.rebate.simulation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A simulation that was asked for, and how far it has come.
 *
 * @param revision counts its changes, from 1
 * @param changedAt when its replica was last heard of
 * @param facts how many facts were read so far
 * @param reason why it came to nothing
 * @param outcome present when it is done
 */
public record Simulation(
        String id,
        int revision,
        State state,
        String askedBy,
        Instant askedAt,
        Instant changedAt,
        String ruleId,
        Instant from,
        Instant to,
        long facts,
        @Nullable String reason,
        @Nullable Outcome outcome) {

    /** How far it has come. */
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        STOPPED,
        /** Nothing more will be heard of it: its replica is gone. */
        ABANDONED
    }

    static Simulation queued(String id, Experiment experiment, String by, Instant now) {
        return new Simulation(
                id,
                1,
                State.QUEUED,
                by,
                now,
                now,
                experiment.ruleId(),
                experiment.from(),
                experiment.to(),
                0,
                null,
                null);
    }

    /** Whether nothing more will come of it. */
    public boolean ended() {
        return state != State.QUEUED && state != State.RUNNING;
    }

    Simulation running(Instant now) {
        return to(State.RUNNING, now, facts, null, null);
    }

    /** The same, a moment later. */
    Simulation goingOn(long read, Instant now) {
        return to(state, now, read, null, null);
    }

    Simulation done(Outcome result, Instant now) {
        return to(State.DONE, now, facts, null, result);
    }

    Simulation failed(String why, Instant now) {
        return to(State.FAILED, now, facts, why, null);
    }

    Simulation stopped(Instant now) {
        return to(State.STOPPED, now, facts, null, null);
    }

    Simulation abandoned(String why, Instant now) {
        return to(State.ABANDONED, now, facts, why, null);
    }

    /** As it is to be shown: who has not been heard of for that long runs no more. */
    Simulation seenAt(Instant now, Duration patience) {
        if (ended() || !changedAt.plus(patience).isBefore(now)) {
            return this;
        }
        return abandoned("nothing was heard of its replica since " + changedAt + ": ask again", changedAt);
    }

    private Simulation to(State next, Instant now, long read, @Nullable String why, @Nullable Outcome result) {
        return new Simulation(id, revision + 1, next, askedBy, askedAt, now, ruleId, from, to, read, why, result);
    }
}
