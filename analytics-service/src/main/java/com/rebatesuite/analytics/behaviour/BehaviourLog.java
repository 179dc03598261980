package com.rebatesuite.analytics.behaviour;

import java.util.List;

/** Where behaviour is kept. */
public interface BehaviourLog {

    /**
     * Appends the events, and returns when all are safe.
     *
     * @throws BehaviourUnavailable if that did not succeed in time; some of the events may have been appended
     */
    void append(List<BehaviourEvent> events);

    /** Behaviour cannot be kept at the moment; later it can. */
    class BehaviourUnavailable extends RuntimeException {

        public BehaviourUnavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
