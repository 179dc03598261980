package com.rebatesuite.inventory.reconciliation;

import com.rebatesuite.inventory.level.Deltas;
import com.rebatesuite.inventory.movement.Movement;
import com.rebatesuite.inventory.movement.Reason;
import java.time.Instant;

/** A movement as evidence. */
public record Entry(long sequence, Reason reason, String cause, String actor, Deltas deltas, Instant recordedAt) {

    static Entry of(Movement movement) {
        return new Entry(
                movement.after().sequence(),
                movement.reason(),
                movement.origin().cause(),
                movement.origin().actor(),
                movement.deltas(),
                movement.recordedAt());
    }
}
