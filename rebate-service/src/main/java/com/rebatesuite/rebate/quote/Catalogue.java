package com.rebatesuite.rebate.quote;

import java.util.Map;
import java.util.Set;

/** What is for sale. */
public interface Catalogue {

    /**
     * Those of the products that there are, by sku.
     *
     * @throws CatalogueUnavailable if it cannot be asked now
     */
    Map<String, CatalogueItem> find(Set<String> skus);
}
