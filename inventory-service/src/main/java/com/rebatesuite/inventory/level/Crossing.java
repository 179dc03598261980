package com.rebatesuite.inventory.level;

import java.time.Instant;

/** A level whose supply has become another one. */
public record Crossing(StockLevel level, Supply before, Instant at) {}
