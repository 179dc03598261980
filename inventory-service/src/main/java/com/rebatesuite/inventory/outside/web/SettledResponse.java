package com.rebatesuite.inventory.outside.web;

import com.rebatesuite.inventory.movement.Movement;
import java.time.Instant;

/** What was settled, or in a dry run would be, and what the level is still short of. */
record SettledResponse(
        String sku,
        String location,
        long settled,
        long shortfall,
        long sequence,
        String reference,
        Instant recordedAt,
        boolean dryRun) {

    static SettledResponse of(Movement movement, boolean dryRun) {
        return new SettledResponse(
                movement.key().sku(),
                movement.key().location(),
                -movement.deltas().shortfall(),
                movement.after().shortfall(),
                movement.after().sequence(),
                movement.origin().reference(),
                movement.recordedAt(),
                dryRun);
    }
}
