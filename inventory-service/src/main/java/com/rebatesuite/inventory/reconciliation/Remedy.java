package com.rebatesuite.inventory.reconciliation;

import com.rebatesuite.inventory.reservation.Status;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What would put a break right, once somebody has approved it. */
public enum Remedy {
    /** A compensating movement. */
    COMPENSATE(null),
    /** The hold is taken back, or the goods that had left come back into the books. */
    RELEASE(Status.RELEASED),
    /** The goods leave the books. */
    COMMIT(Status.COMMITTED),
    /** The goods are held for good. */
    KEEP(Status.HELD),
    /** The goods are held for a while. */
    HOLD(Status.HELD),
    /** Nothing the books can do by themselves: the order, or the goods, have to be looked at. */
    NONE(null);

    private final @Nullable Status leadsTo;

    Remedy(@Nullable Status leadsTo) {
        this.leadsTo = leadsTo;
    }

    /** Whether the reservation is as this remedy would make it. */
    boolean done(@Nullable Held held) {
        return held != null && leadsTo(held.status());
    }

    boolean leadsTo(Status status) {
        return status == leadsTo;
    }

    /** As it is written outside, e.g. {@code compensate}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
