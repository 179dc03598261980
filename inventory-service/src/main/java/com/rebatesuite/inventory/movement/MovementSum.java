package com.rebatesuite.inventory.movement;

import com.rebatesuite.inventory.level.Deltas;

/** All movements of one product for one reference and reason, added up over the locations. */
public record MovementSum(String reference, String sku, Reason reason, Deltas deltas) {}
