package com.rebatesuite.inventory.commit;

import java.util.UUID;

/** Whose turn it is when the product comes in: the lowest comes first. */
public record Turn(UUID orderId, String sku, long number) {}
