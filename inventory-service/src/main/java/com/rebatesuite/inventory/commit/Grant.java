package com.rebatesuite.inventory.commit;

import com.rebatesuite.inventory.reservation.Backorder;
import com.rebatesuite.inventory.reservation.Backordered;
import com.rebatesuite.inventory.reservation.Line;
import com.rebatesuite.inventory.reservation.Shortage;
import java.util.List;

/**
 * What an order can be given: all of it or, when something is missing, nothing.
 *
 * @param lines at once
 * @param backordered later
 * @param backorders with these promises in them
 * @param missing what is short even of that
 */
record Grant(List<Line> lines, List<Backordered> backordered, List<Backorder> backorders, List<Shortage> missing) {

    static Grant refused(List<Shortage> missing) {
        return new Grant(List.of(), List.of(), List.of(), missing);
    }

    boolean isComplete() {
        return missing.isEmpty();
    }
}
