package com.rebatesuite.inventory.view;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The fast view.
 *
 * @param refillAfter a product is read from the books again when it was filled in so long ago, whatever happened to it
 * @param chunk products that are rebuilt in one go
 * @param rebuildLease how long a rebuild may be silent before it counts as dead
 */
@ConfigurationProperties("stock-view")
public record ViewProperties(
        @DefaultValue("1d") Duration refillAfter,
        @DefaultValue("500") int chunk,
        @DefaultValue("30s") Duration rebuildLease) {

    public ViewProperties {
        if (refillAfter.toSeconds() < 1 || chunk < 1 || rebuildLease.toSeconds() < 1) {
            throw new IllegalArgumentException("stock-view: refill-after " + refillAfter + ", chunk " + chunk
                    + ", rebuild-lease " + rebuildLease + " (expected: >= 1s, >= 1, >= 1s)");
        }
    }
}
