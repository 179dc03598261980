package com.rebatesuite.inventory.reconciliation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reconciliation has found.
 *
 * @param levels how many levels were compared
 * @param orders how many orders were compared with what is held for them
 * @param remark why it is not the whole truth, if it is not
 */
public record Report(
        long levels,
        long orders,
        OrdersSide ordersSide,
        @Nullable String remark,
        List<Break> breaks) {

    public Report {
        breaks = List.copyOf(breaks);
    }
}
