package com.rebatesuite.rebate.quote;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A catalogue that can be away. */
public final class InMemoryCatalogue implements Catalogue {

    private final Map<String, CatalogueItem> items = new HashMap<>();
    private boolean away;

    public InMemoryCatalogue with(CatalogueItem item) {
        items.put(item.sku(), item);
        return this;
    }

    public void goAway() {
        away = true;
    }

    @Override
    public Map<String, CatalogueItem> find(Set<String> skus) {
        if (away) {
            throw new CatalogueUnavailable("away", new IllegalStateException("away"));
        }
        var found = new HashMap<>(items);
        found.keySet().retainAll(skus);
        return found;
    }
}
