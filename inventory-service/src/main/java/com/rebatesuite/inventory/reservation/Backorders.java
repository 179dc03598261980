package com.rebatesuite.inventory.reservation;

import java.util.List;
import java.util.Optional;

/** What may be promised of products before they are there. */
public interface Backorders {

    /** What operators have set for the product, if they have. */
    Optional<Backorder> of(String sku);

    /** Sets a first limit; empty if there is one. */
    Optional<Backorder> create(String sku, long limit);

    /** Sets another limit; empty if the version is not the present one. */
    Optional<Backorder> replace(String sku, long limit, long version);

    /** Products somebody waits for although there are units that nobody has been given. */
    List<String> fillable(int limit);
}
