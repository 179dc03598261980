package com.rebatesuite.inventory.reservation;

import java.util.List;

/** Why nothing is held, and what there was of what was asked. */
public record Refusal(RefusalReason reason, List<Shortage> missing) {

    public Refusal {
        missing = List.copyOf(missing);
    }

    /** These are short. */
    public static Refusal outOfStock(List<Shortage> shortages) {
        return new Refusal(RefusalReason.OUT_OF_STOCK, shortages);
    }
}
