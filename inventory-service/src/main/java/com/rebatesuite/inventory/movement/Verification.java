package com.rebatesuite.inventory.movement;

import java.util.List;

/** How many levels were compared with their evidence, and which of them are wrong. */
public record Verification(long checked, List<Break> breaks) {

    public Verification {
        breaks = List.copyOf(breaks);
    }
}
