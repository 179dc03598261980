package com.rebatesuite.inventory.replenishment;

import java.util.Collection;

/** Where the latest forecast of each level is kept. */
@FunctionalInterface
public interface Forecasts {

    /** Takes over these forecasts, of different levels, except where it has a later one: they may come in any order. */
    void take(Collection<Forecast> forecasts);
}
