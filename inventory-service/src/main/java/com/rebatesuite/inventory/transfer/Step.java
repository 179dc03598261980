package com.rebatesuite.inventory.transfer;

import com.rebatesuite.inventory.movement.ReasonCode;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One thing done to a transfer.
 *
 * @param request who asked for it under which key: asked for again, it is the same step
 * @param units how many of each product
 * @param code why, if they are lost
 * @param booked whether the books have it
 */
public record Step(
        String request,
        Kind kind,
        SortedMap<String, Long> units,
        String actor,
        @Nullable ReasonCode code,
        @Nullable String note,
        Instant at,
        boolean booked) {

    public Step {
        units = Collections.unmodifiableSortedMap(new TreeMap<>(units));
    }

    /** Whether it has had its effect. */
    public boolean isDone() {
        return booked || kind == Kind.LOSE;
    }

    /** The same with other units. */
    Step of(SortedMap<String, Long> other) {
        return new Step(request, kind, other, actor, code, note, at, booked);
    }

    /** The same once the books have it. */
    Step done() {
        return new Step(request, kind, units, actor, code, note, at, true);
    }
}
