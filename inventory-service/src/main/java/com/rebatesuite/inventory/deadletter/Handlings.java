package com.rebatesuite.inventory.deadletter;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What was done with dead letters. */
public interface Handlings {

    /** Everything that was done with these, by letter, first things first. */
    Map<RecordId, List<Handling>> of(Collection<RecordId> ids);

    /**
     * Remembers it, for as long as the surrounding transaction is not rolled back.
     *
     * @throws AlreadyHandled if somebody else has just made that attempt
     */
    void add(Handling handling);

    /** Something was done with the letter before. */
    final class AlreadyHandled extends RuntimeException {

        private static final long serialVersionUID = 1;

        public AlreadyHandled(RecordId id, String what) {
            super("dead letter " + id + ": " + what + " (expected: not handled yet, or again=true to replay it)");
        }
    }
}
