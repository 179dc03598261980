package com.rebatesuite.inventory.commit;

import com.rebatesuite.inventory.location.Place;

/** Units of a product that are free at a place from which orders are served. */
record Shelf(Place place, long free) {}
