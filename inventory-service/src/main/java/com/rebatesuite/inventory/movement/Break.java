package com.rebatesuite.inventory.movement;

import com.rebatesuite.inventory.level.Deltas;
import com.rebatesuite.inventory.level.LevelKey;

/**
 * A level that is not what its evidence says.
 *
 * @param level what the level says
 * @param journal what its journal adds up to
 * @param reserved what the open reservations hold of it
 */
public record Break(LevelKey key, Deltas level, Deltas journal, long reserved) {}
