package com.rebatesuite.inventory.commit;

import com.rebatesuite.inventory.level.Crossing;
import com.rebatesuite.inventory.movement.Movement;
import com.rebatesuite.inventory.reservation.ReservationChanged;
import com.rebatesuite.platform.telemetry.Trace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one command has done, and the trace of whoever asked for it: the batch has none of its own. */
public record Effect(
        List<Movement> movements,
        List<Crossing> crossings,
        @Nullable ReservationChanged change,
        Trace trace) {

    public Effect {
        movements = List.copyOf(movements);
        crossings = List.copyOf(crossings);
    }
}
