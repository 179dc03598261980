package com.rebatesuite.inventory.deadletter.web;

import com.rebatesuite.inventory.deadletter.Handling;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody has done with a dead letter. */
record HandlingResponse(
        int attempt,
        String action,
        boolean edited,
        String actor,
        @Nullable String note,
        Instant at) {

    static HandlingResponse of(Handling handling) {
        return new HandlingResponse(
                handling.attempt(),
                handling.action().wire(),
                handling.edited(),
                handling.actor(),
                handling.note(),
                handling.at());
    }
}
