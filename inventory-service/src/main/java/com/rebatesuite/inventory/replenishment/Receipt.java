package com.rebatesuite.inventory.replenishment;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.movement.Origin;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods that have come for a replenishment. It is noted first, then booked under a cause that is its own, then marked:
 * whichever of these was the last before a crash, doing the rest again has no second effect.
 *
 * @param act who noted it; the reason is the delivery note, if there is one
 * @param bookedAt when it was marked as booked; null while that is open
 */
public record Receipt(
        UUID id,
        UUID replenishmentId,
        LevelKey key,
        long quantity,
        Act act,
        @Nullable Instant bookedAt) {

    /** Where its movement in the journal comes from. */
    public Origin origin() {
        return new Origin(cause(), reference(replenishmentId), act.actor(), act.reason());
    }

    /** What may have an effect on the stock only once. */
    public String cause() {
        return reference(replenishmentId) + "/" + id;
    }

    private static String reference(UUID replenishmentId) {
        return "replenishment/" + replenishmentId;
    }
}
