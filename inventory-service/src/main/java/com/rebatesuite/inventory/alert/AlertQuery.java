package com.rebatesuite.inventory.alert;

import com.rebatesuite.inventory.level.Supply;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts are asked for; null asks for any.
 *
 * @param after the last alert of the page before
 */
public record AlertQuery(
        @Nullable AlertState state,
        @Nullable Supply kind,
        @Nullable String sku,
        @Nullable UUID after,
        int limit) {}
