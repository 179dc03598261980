package com.rebatesuite.inventory.commit;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.StockLevel;
import com.rebatesuite.inventory.location.Place;
import com.rebatesuite.inventory.movement.Movement;
import com.rebatesuite.inventory.reservation.Backorder;
import com.rebatesuite.inventory.reservation.Reservation;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the books say about what a batch touches: locked until the transaction ends.
 *
 * @param levels all levels of the products
 * @param places the listed ones of the places where these are; not locked, they count from the next batch on
 * @param booked earlier movements by cause
 * @param openHolds by user, for those who were asked about
 * @param others finds more, while everything above stays locked
 */
public record Loaded(
        Map<LevelKey, StockLevel> levels,
        Map<String, Place> places,
        Map<String, Backorder> backorders,
        Map<UUID, Reservation> reservations,
        Map<String, List<Movement>> booked,
        Map<String, OpenHolds> openHolds,
        Others others) {

    /** How many movements the level had when it was loaded; 0 if it was not there. */
    public long sequence(LevelKey key) {
        return levels.getOrDefault(key, StockLevel.none(key)).sequence();
    }

    /** Finds reservations that nobody has named. */
    public interface Others {

        /** Orders that still hold one of these products although their time was over by then. */
        List<UUID> runOut(Collection<String> skus, Instant now, int limit);

        /** Who waits for one of these products, first promised first. */
        List<Turn> waiting(Collection<String> skus, int limit);
    }
}
