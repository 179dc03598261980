package com.rebatesuite.inventory.reservation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads reservations. */
public interface Reservations {

    /** What is promised to the order. */
    Optional<Reservation> of(UUID orderId);

    /** Orders whose hold has run out by then, longest ago first, leaving out those somebody is just deciding on. */
    List<UUID> runOut(Instant now, int limit);

    /** Those that are wanted, latest order id first, from before the one named. */
    List<Reservation> before(@Nullable UUID orderId, Wanted wanted, int limit);

    /** Which reservations are wanted; null where any will do. */
    record Wanted(
            @Nullable String sku,
            @Nullable String userId,
            @Nullable Status status) {}
}
