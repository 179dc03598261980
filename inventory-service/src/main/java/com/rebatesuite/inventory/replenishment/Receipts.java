package com.rebatesuite.inventory.replenishment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where receipts are noted. */
public interface Receipts {

    /** Notes a receipt that is to be booked. */
    void note(Receipt receipt);

    /** Marks it as booked; false when somebody has done so already. */
    boolean mark(UUID id, Instant bookedAt);

    /** The receipt of this id. */
    Optional<Receipt> of(UUID id);

    /** All receipts of a replenishment, in their order. */
    List<Receipt> all(UUID replenishmentId);

    /** Receipts that were noted before this moment and are not marked, the oldest first. */
    List<Receipt> pending(Instant notedBefore, int limit);
}
