package com.rebatesuite.inventory.commit;

import com.rebatesuite.inventory.level.StockLevel;
import com.rebatesuite.inventory.movement.Movement;
import com.rebatesuite.inventory.reservation.Backorder;
import com.rebatesuite.inventory.reservation.Reservation;
import com.rebatesuite.inventory.reservation.ReservationChanged;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** Everything one batch has decided, to be written together or not at all. */
public record Entries(
        Collection<StockLevel> levels,
        Collection<Backorder> backorders,
        Collection<Reservation> reservations,
        List<Effect> effects) {

    /** Nothing to write. */
    public static final Entries NONE = new Entries(List.of(), List.of(), List.of(), List.of());

    /** All movements, in the order in which they were decided. */
    public List<Movement> movements() {
        return effects.stream().flatMap(effect -> effect.movements().stream()).toList();
    }

    /** All reservations that have got another status, in that order. */
    public List<ReservationChanged> changes() {
        return effects.stream().map(Effect::change).filter(Objects::nonNull).toList();
    }

    /** Whether there is nothing to write. */
    public boolean isEmpty() {
        return levels.isEmpty() && reservations.isEmpty();
    }
}
