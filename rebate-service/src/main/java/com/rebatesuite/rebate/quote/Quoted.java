package com.rebatesuite.rebate.quote;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The answer about one product. */
public sealed interface Quoted {

    /** Which product. */
    String sku();

    /** The catalogue does not have it. */
    record Unknown(String sku) implements Quoted {}

    /** What it earns; {@code text} is the signed promise of it, absent when nothing can be promised. */
    record Known(
            CatalogueItem item,
            Estimate estimate,
            Instant expiresAt,
            @Nullable String text) implements Quoted {

        @Override
        public String sku() {
            return item.sku();
        }
    }
}
