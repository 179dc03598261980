package com.rebatesuite.inventory.reconciliation.web;

import com.rebatesuite.inventory.reconciliation.Reconciliation;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A comparison; {@code breaks} counts by kind, and the remark says why it is not the whole truth. */
record ReconciliationResponse(
        UUID id,
        @Nullable String sku,
        String actor,
        String status,
        Instant requestedAt,
        @Nullable Instant finishedAt,
        @Nullable SummaryResponse summary,
        @Nullable String remark) {

    static ReconciliationResponse of(Reconciliation reconciliation) {
        return new ReconciliationResponse(
                reconciliation.id(),
                reconciliation.sku(),
                reconciliation.actor(),
                reconciliation.progress().wire(),
                reconciliation.requestedAt(),
                reconciliation.finishedAt(),
                SummaryResponse.of(reconciliation.summary()),
                reconciliation.remark());
    }

    /** How much was compared: the orders' side is {@code compared}, {@code partly} or {@code not-compared}. */
    record SummaryResponse(long levels, long orders, String ordersSide, Map<String, Integer> breaks) {

        static @Nullable SummaryResponse of(Reconciliation.@Nullable Summary summary) {
            if (summary == null) {
                return null;
            }
            var breaks = new TreeMap<String, Integer>();
            summary.breaks().forEach((kind, count) -> breaks.put(kind.wire(), count));
            return new SummaryResponse(
                    summary.levels(), summary.orders(), summary.ordersSide().wire(), breaks);
        }
    }
}
