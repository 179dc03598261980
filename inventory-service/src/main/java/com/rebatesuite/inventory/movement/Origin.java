package com.rebatesuite.inventory.movement;

import org.jspecify.annotations.Nullable;

/**
 * Where a movement comes from.
 *
 * @param cause what may have an effect only once, e.g. {@code hold/<order id>}: the books know what was booked
 * @param reference what it is about, e.g. {@code order/<order id>} or what the operator wrote
 * @param actor who asked
 * @param code why, if it had to be told
 * @param note why, in the actor's own words, if there are any
 */
public record Origin(
        String cause,
        String reference,
        String actor,
        @Nullable ReasonCode code,
        @Nullable String note) {

    public Origin {
        if (cause.isBlank() || reference.isBlank() || actor.isBlank()) {
            throw new IllegalArgumentException(
                    "origin: '" + cause + "', '" + reference + "', '" + actor + "' (expected: all said)");
        }
    }

    /** An origin that needs no words. */
    public Origin(String cause, String reference, String actor) {
        this(cause, reference, actor, null, null);
    }

    /** An origin with no more than the actor's own words. */
    public Origin(String cause, String reference, String actor, @Nullable String note) {
        this(cause, reference, actor, null, note);
    }
}
