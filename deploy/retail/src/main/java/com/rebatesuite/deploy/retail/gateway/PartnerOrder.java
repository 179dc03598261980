package com.rebatesuite.deploy.retail.gateway;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** An order of ours as order-service has it. */
public record PartnerOrder(String orderId, String state, List<Line> lines, List<Returned> returns) {

    private static final Set<String> OVER = Set.of("REJECTED", "CANCELLED", "EXPIRED");

    /** Copies the lists. */
    public PartnerOrder {
        lines = List.copyOf(lines);
        returns = List.copyOf(returns);
    }

    /** A line; its amount in pence. */
    public record Line(int line, String sku, int quantity, long amountMinor) {}

    /** A return of it, units per line. */
    public record Returned(String number, String returnId, Map<Integer, Integer> units) {

        /** Copies the units. */
        public Returned {
            units = Map.copyOf(units);
        }
    }

    /** Whether it ended without leaving the house. */
    public boolean refused() {
        return OVER.contains(state);
    }

    /** Whether we have a return of this number. */
    public boolean has(String returnNumber) {
        return returns.stream().anyMatch(returned -> returned.number().equals(returnNumber));
    }
}
