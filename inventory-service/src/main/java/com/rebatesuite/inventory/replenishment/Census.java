package com.rebatesuite.inventory.replenishment;

import java.util.Map;

/**
 * What is open at one moment.
 *
 * @param overdue ordered ones whose goods should have come
 * @param pendingReceipts receipts that are noted but not marked as booked
 */
public record Census(Map<Status, Long> open, long overdue, long pendingReceipts) {

    public Census {
        open = Map.copyOf(open);
    }
}
