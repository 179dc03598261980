package com.rebatesuite.inventory.reconciliation;

import com.rebatesuite.inventory.movement.Journal;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares what is held with what the owner of the orders says of them, in both directions. */
@Component
class CompareOrders {

    private final Holds holds;
    private final Orders orders;
    private final Journal journal;
    private final Clock clock;
    private final ReconciliationProperties properties;

    CompareOrders(Holds holds, Orders orders, Journal journal, Clock clock, ReconciliationProperties properties) {
        this.holds = holds;
        this.orders = orders;
        this.journal = journal;
        this.clock = clock;
        this.properties = properties;
    }

    /** Compares the orders of one product, or all when null. Without the owner's side nothing is said of any order. */
    Compared compare(@Nullable String sku) {
        var walk = new OrdersWalk(holds, orders, clock, properties, sku);
        try {
            walk.overHolds();
            walk.overOpenOrders();
            var breaks = walk.stillThere().stream().map(this::withSums).toList();
            return walk.whole()
                    ? new Compared(walk.seen(), OrdersSide.COMPARED, null, breaks)
                    : new Compared(walk.seen(), OrdersSide.PARTLY, "too many orders for one report", breaks);
        } catch (OrdersUnavailable away) {
            return new Compared(0, OrdersSide.NOT_COMPARED, away.getMessage(), List.of());
        }
    }

    private HoldBreak withSums(HoldBreak found) {
        return found.with(journal.sums(List.of("order/" + found.orderId())));
    }

    /** How many orders were compared, and which of them are broken. */
    record Compared(long orders, OrdersSide side, @Nullable String remark, List<HoldBreak> breaks) {}
}
