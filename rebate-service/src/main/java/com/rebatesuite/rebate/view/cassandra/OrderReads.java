package com.rebatesuite.rebate.view.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.rebatesuite.rebate.view.BookedEntry;
import com.rebatesuite.rebate.view.ExplainedOrder;
import com.rebatesuite.rebate.view.LineView;
import com.rebatesuite.rebate.view.OrderView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads orders: one partition in one read, so all of it is of one version; its entries were there before. */
final class OrderReads {

    private static final String ORDER = "SELECT * FROM order_rebate{g} WHERE order_id = :order_id";

    private final Reading reading;
    private final EntryReads entries;
    private final JsonColumns json;

    OrderReads(Reading reading, EntryReads entries, JsonColumns json) {
        this.reading = reading;
        this.entries = entries;
        this.json = json;
    }

    Optional<ExplainedOrder> explain(String orderId) {
        var rows = reading.each(List.of(query(orderId))).getFirst();
        return order(rows).map(order -> new ExplainedOrder(order, entries(order, rows)));
    }

    List<OrderView> orders(Collection<String> orderIds) {
        var queries = orderIds.stream().distinct().map(this::query).toList();
        return reading.each(queries).stream()
                .flatMap(rows -> order(rows).stream())
                .toList();
    }

    private BoundStatement query(String orderId) {
        return reading.of(ORDER).setString("order_id", orderId).build();
    }

    /** Entries about an order may be there before the order is. */
    private Optional<OrderView> order(List<Row> rows) {
        var lines = of(rows, OverwrittenRows.LINE).stream()
                .map(row -> json.value(EntryReads.text(row, "detail"), LineView.class))
                .toList();
        return of(rows, OverwrittenRows.HEAD).stream()
                .map(row -> json.value(EntryReads.text(row, "detail"), OrderView.class))
                .map(order -> order.withLines(lines))
                .findFirst();
    }

    private List<BookedEntry> entries(OrderView order, List<Row> rows) {
        var ranges = new ArrayList<EntryReads.Range>();
        for (var row : of(rows, OverwrittenRows.DECISION)) {
            join(ranges, row.getLong("first_entry"), row.getLong("last_entry"));
        }
        return entries.oldestFirst(order.userId(), ranges).stream()
                .filter(booked -> order.orderId().equals(booked.entry().orderId()))
                .toList();
    }

    /** What one decision after the other wrote is read together. */
    private static void join(List<EntryReads.Range> ranges, long first, long last) {
        if (!ranges.isEmpty() && ranges.getLast().last() == first - 1) {
            ranges.add(new EntryReads.Range(ranges.removeLast().first(), last));
            return;
        }
        ranges.add(new EntryReads.Range(first, last));
    }

    private static List<Row> of(List<Row> rows, String section) {
        return rows.stream()
                .filter(row -> section.equals(row.getString("section")))
                .toList();
    }
}
