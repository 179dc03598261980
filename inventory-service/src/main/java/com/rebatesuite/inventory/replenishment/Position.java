package com.rebatesuite.inventory.replenishment;

/**
 * Where a level stands.
 *
 * @param shortfall units that have left without having been known: the next goods to come settle them first
 * @param incoming units on their way, from suppliers and from other places
 * @param safetyStock the level's own threshold
 */
public record Position(long available, long shortfall, long incoming, long safetyStock) {

    /** The same with so many units more on their way. */
    public Position expecting(long more) {
        return new Position(available, shortfall, incoming + more, safetyStock);
    }
}
