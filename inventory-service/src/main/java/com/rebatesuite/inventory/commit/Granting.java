package com.rebatesuite.inventory.commit;

import com.rebatesuite.inventory.reservation.Asked;
import com.rebatesuite.inventory.reservation.Backorder;
import com.rebatesuite.inventory.reservation.Backordered;
import com.rebatesuite.inventory.reservation.Demand;
import com.rebatesuite.inventory.reservation.Shortage;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for the goods of one order. What others have been promised and still wait for is not free, even while it lies
 * there: so nobody can overtake them.
 */
final class Granting {

    private final Stock stock;
    private final boolean promises;
    private final List<Demand> atOnce = new ArrayList<>();
    private final List<Backordered> later = new ArrayList<>();
    private final List<Backorder> backorders = new ArrayList<>();
    private final List<Shortage> missing = new ArrayList<>();

    private Granting(Stock stock, boolean promises) {
        this.stock = stock;
        this.promises = promises;
    }

    /** Goods that are there; what is not may be promised as far as operators allow. */
    static Grant atOnceOrLater(Asked asked, Stock stock) {
        return new Granting(stock, true).grant(asked);
    }

    /** Goods that are there. */
    static Grant atOnce(Asked asked, Stock stock) {
        return new Granting(stock, false).grant(asked);
    }

    private Grant grant(Asked asked) {
        asked.skus().forEach(sku -> grant(sku, asked.demands()));
        return missing.isEmpty()
                ? new Grant(Allocation.of(atOnce, stock::shelves), later, backorders, List.of())
                : Grant.refused(missing);
    }

    private void grant(String sku, List<Demand> demands) {
        var free = stock.free(sku);
        for (var demand : demands) {
            if (demand.sku().equals(sku) && demand.location() != null) {
                free -= named(demand, demand.location(), free);
            }
        }
        for (var demand : demands) {
            if (demand.sku().equals(sku) && demand.location() == null) {
                anywhere(demand, free);
            }
        }
    }

    /** Goods from a certain place are not promised: nobody knows where the next ones come in. */
    private long named(Demand demand, String location, long free) {
        var there = Math.min(free, stock.there(demand.sku(), location));
        if (there < demand.quantity()) {
            missing.add(new Shortage(demand.sku(), demand.quantity(), there));
            return 0;
        }
        atOnce.add(demand);
        return demand.quantity();
    }

    private void anywhere(Demand demand, long free) {
        var now = Math.min(demand.quantity(), free);
        var backorder = stock.backorder(demand.sku());
        var rest = demand.quantity() - now;
        if (rest > (promises ? backorder.room() : 0)) {
            missing.add(new Shortage(demand.sku(), demand.quantity(), free));
            return;
        }
        if (now > 0) {
            atOnce.add(demand.of(now));
        }
        if (rest > 0) {
            var promised = backorder.promise(rest);
            later.add(new Backordered(demand.sku(), rest, promised.turns()));
            backorders.add(promised);
        }
    }
}
