package com.rebatesuite.inventory.replenishment;

import java.util.UUID;

/** There is no such replenishment. */
public final class UnknownReplenishment extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnknownReplenishment(UUID id) {
        super("there is no replenishment " + id);
    }
}
