package com.rebatesuite.inventory.commit;

import com.rebatesuite.inventory.level.Deltas;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.StockLevel;
import com.rebatesuite.inventory.movement.Movement;
import com.rebatesuite.inventory.reservation.Reservation;
import com.rebatesuite.inventory.reservation.Shortage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What has become of a command. A refusal is an answer, not an error. */
public sealed interface Outcome {

    /** The order's reservation is now like this, whether this command or an earlier one made it so. */
    record Reserved(Reservation reservation) implements Outcome {}

    /** The order already asked for something else. */
    record Differs(Reservation reservation) implements Outcome {}

    /** Nobody has ever asked anything for this order. */
    record NoReservation(UUID orderId) implements Outcome {}

    /** The goods cannot leave, since these are not there; nothing has changed. */
    record Lacking(Reservation reservation, List<Shortage> missing) implements Outcome {
        public Lacking {
            missing = List.copyOf(missing);
        }
    }

    /** There is no hold that could be extended: none at all, none any more, or one that never ends. */
    record NotExtendable(Reservation reservation) implements Outcome {}

    /** The hold cannot last that long. */
    record TooLong(Reservation reservation, Instant latest) implements Outcome {}

    /**
     * These movements are in the journal. In a dry run: would be.
     *
     * @param earlier whether they were written before, for the same cause, and this command has moved nothing
     */
    record Booked(List<Movement> movements, boolean earlier) implements Outcome {
        public Booked {
            movements = List.copyOf(movements);
        }
    }

    /** There is no such level to adjust. */
    record NoLevel(LevelKey key) implements Outcome {}

    /** The level is not what the operator believes it to be. */
    record Stale(LevelKey key, long expected, long actual) implements Outcome {}

    /** The level is judged by other thresholds than the operator believes. */
    record JudgedOtherwise(StockLevel level) implements Outcome {}

    /** The level, as it is, does not allow for this movement: what is promised or damaged, or not there, cannot be moved away. */
    record NotFree(LevelKey key, Deltas deltas, StockLevel level) implements Outcome {

        /** What is in the way, in words. */
        public String why() {
            return key.sku() + " at " + key.location() + ": on hand " + level.onHand() + ", held " + level.held()
                    + ", damaged " + level.damaged() + ", available " + level.available()
                    + " (expected: enough to move on hand by " + deltas.onHand() + ", damaged by " + deltas.damaged()
                    + ")";
        }
    }
}
