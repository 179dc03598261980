package com.rebatesuite.order.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The store of what is for sale. */
public interface Items {

    /** The item of that sku. */
    Optional<Item> find(String sku);

    /** Those of the items that exist, by sku. */
    Map<String, Item> bySku(Set<String> skus);

    /** Items after a sku, in the order of skus; null means any. */
    List<Item> page(@Nullable String category, @Nullable String after, int limit);

    /** Stores a new item as version 1; empty if the sku is taken. */
    Optional<Item> create(Item item);

    /** Replaces an item and counts its version up; empty if {@code item.version()} is not the stored one. */
    Optional<Item> replace(Item item);

    /** Creates or replaces whatever is there, and says per sku whether that changed anything. */
    Map<String, Change> putAll(Collection<Item> items);

    /** What storing an item came to. */
    enum Change {
        CREATED,
        UPDATED,
        UNCHANGED
    }
}
