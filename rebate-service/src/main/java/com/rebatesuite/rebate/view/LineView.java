package com.rebatesuite.rebate.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one line of an order earned, how, and what of it was reversed.
 *
 * @param base what the rebate was computed from: without vouchers and shipping
 * @param reason why it earned nothing, or no longer does, in words
 */
public record LineView(
        int line,
        String sku,
        @Nullable String category,
        @Nullable String merchant,
        int quantity,
        int returned,
        MoneyView base,
        MoneyView earned,
        MoneyView reversed,
        String bucket,
        @Nullable String reason,
        List<PartView> parts) {

    public LineView {
        parts = List.copyOf(parts);
    }
}
