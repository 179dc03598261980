package com.rebatesuite.rebate.view.web;

import com.rebatesuite.rebate.view.BookedEntry;
import com.rebatesuite.rebate.view.CauseView;
import com.rebatesuite.rebate.view.ExplainedOrder;
import com.rebatesuite.rebate.view.LineView;
import com.rebatesuite.rebate.view.MoneyView;
import com.rebatesuite.rebate.view.OrderView;
import com.rebatesuite.rebate.view.StepView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rebate of an order, line by line: from what, by which rule, in which steps, and everything that happened since. */
record OrderResponse(
        String orderId, String userId, long version, Instant asOf, String state, String channel, List<Line> lines) {

    static OrderResponse of(ExplainedOrder explained) {
        var byLine = explained.entries().stream()
                .collect(Collectors.groupingBy(booked -> booked.entry().line()));
        return of(explained.order(), byLine);
    }

    /** Without the entries. */
    static OrderResponse of(OrderView order) {
        return of(order, null);
    }

    private static OrderResponse of(OrderView order, @Nullable Map<Integer, List<BookedEntry>> entries) {
        return new OrderResponse(
                order.orderId(),
                order.userId(),
                order.version(),
                order.asOf(),
                order.state(),
                order.channel(),
                order.lines().stream()
                        .map(line ->
                                Line.of(line, entries == null ? null : entries.getOrDefault(line.line(), List.of())))
                        .toList());
    }

    record Line(
            int line,
            String sku,
            int quantity,
            int returned,
            MoneyView base,
            MoneyView earned,
            MoneyView reversed,
            String bucket,
            @Nullable String ruleId,
            @Nullable Integer ruleVersion,
            @Nullable Integer rateBasisPoints,
            List<StepView> steps,
            @Nullable List<LineEntry> entries) {

        static Line of(LineView line, @Nullable List<BookedEntry> entries) {
            return new Line(
                    line.line(),
                    line.sku(),
                    line.quantity(),
                    line.returned(),
                    line.base(),
                    line.earned(),
                    line.reversed(),
                    line.bucket(),
                    line.ruleId(),
                    line.ruleVersion(),
                    line.rateBasisPoints(),
                    line.steps(),
                    entries == null ? null : entries.stream().map(LineEntry::of).toList());
        }
    }

    record LineEntry(
            long sequence,
            Instant recordedAt,
            String kind,
            String from,
            String to,
            MoneyView amount,
            List<StepView> steps,
            CauseView cause) {

        static LineEntry of(BookedEntry booked) {
            var entry = booked.entry();
            return new LineEntry(
                    entry.sequence(),
                    booked.recordedAt(),
                    entry.kind(),
                    entry.from(),
                    entry.to(),
                    entry.amount(),
                    entry.steps(),
                    booked.cause());
        }
    }
}
