package com.rebatesuite.inventory.location;

import java.util.List;
import java.util.Optional;

/** The places operators have listed. */
public interface Locations {

    /** The place of that name. */
    Optional<Location> of(String name);

    /** Places in the order of their names, from after the named one, or from the beginning with an empty name. */
    List<Location> after(String name, int limit);

    /** Lists a place; empty if it is listed. */
    Optional<Location> create(Place place, String title);

    /** Changes a place; empty if the version is not the present one. */
    Optional<Location> replace(Location changed);
}
