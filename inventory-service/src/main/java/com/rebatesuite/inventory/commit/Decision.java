package com.rebatesuite.inventory.commit;

import com.rebatesuite.inventory.level.StockLevel;
import com.rebatesuite.inventory.movement.Movement;
import com.rebatesuite.inventory.reservation.Backorder;
import com.rebatesuite.inventory.reservation.Backordered;
import com.rebatesuite.inventory.reservation.RefusalReason;
import com.rebatesuite.inventory.reservation.Reservation;
import com.rebatesuite.inventory.reservation.ReservationChanged;
import com.rebatesuite.inventory.reservation.Shortage;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one command leads to. Deciding changes nothing: {@link Stock#apply} does. */
record Decision(
        Outcome outcome,
        List<Movement> movements,
        @Nullable Reservation reservation,
        @Nullable ReservationChanged change,
        List<Backorder> backorders) {

    Decision {
        movements = List.copyOf(movements);
        backorders = List.copyOf(backorders);
    }

    /** An answer without an effect. */
    static Decision answer(Outcome outcome) {
        return new Decision(outcome, List.of(), null, null, List.of());
    }

    /** The reservation gets another status, which everybody is told. */
    static Decision changed(Reservation reservation, List<Movement> movements, Moment moment) {
        return changed(reservation, movements, List.of(), moment);
    }

    /** The same, and with it what is promised to those who wait. */
    static Decision changed(
            Reservation reservation, List<Movement> movements, List<Backorder> backorders, Moment moment) {
        return new Decision(
                new Outcome.Reserved(reservation),
                movements,
                reservation,
                new ReservationChanged(reservation, moment.now()),
                backorders);
    }

    /** The reservation is remembered in another form, of which nobody needs to hear. */
    static Decision noted(Reservation reservation) {
        return new Decision(new Outcome.Reserved(reservation), List.of(), reservation, null, List.of());
    }

    /** Goods move. */
    static Decision booked(List<Movement> movements) {
        return new Decision(new Outcome.Booked(movements, false), movements, null, null, List.of());
    }

    /** The levels after it. */
    List<StockLevel> levels() {
        return movements.stream().map(Movement::after).toList();
    }

    /** Products that somebody does not get, has to wait for, or has got without our knowing where from. */
    Stream<String> shortSkus() {
        var waits = reservation == null ? Stream.<Backordered>empty() : reservation.backordered().stream();
        var unknown = movements.stream().filter(movement -> movement.deltas().shortfall() > 0);
        return Stream.of(
                        missing().stream().map(Shortage::sku),
                        waits.map(Backordered::sku),
                        unknown.map(movement -> movement.key().sku()))
                .flatMap(Function.identity());
    }

    private List<Shortage> missing() {
        if (outcome instanceof Outcome.Lacking lacking) {
            return lacking.missing();
        }
        var refusal = reservation == null ? null : reservation.refusal();
        return refusal == null || refusal.reason() != RefusalReason.OUT_OF_STOCK ? List.of() : refusal.missing();
    }
}
