package com.rebatesuite.rebate.view;

import java.util.List;

/** The rebate of one order with every entry it led to, oldest first. */
public record ExplainedOrder(OrderView order, List<BookedEntry> entries) {

    public ExplainedOrder {
        entries = List.copyOf(entries);
    }
}
