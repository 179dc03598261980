package com.rebatesuite.inventory.replenishment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the supplier calls the order, and when it should come if he has said so. */
public record SupplierOrder(String reference, @Nullable Instant expectedAt) {}
