package com.rebatesuite.rebate.view.web;

import com.rebatesuite.rebate.view.BookedEntry;
import com.rebatesuite.rebate.view.CauseView;
import com.rebatesuite.rebate.view.ExplainedOrder;
import com.rebatesuite.rebate.view.LineView;
import com.rebatesuite.rebate.view.MoneyView;
import com.rebatesuite.rebate.view.OrderView;
import com.rebatesuite.rebate.view.PartView;
import com.rebatesuite.rebate.view.Sentences;
import com.rebatesuite.rebate.view.StepView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rebate of an order, line by line: from what, by which rule, in which steps, and everything that happened since; the
 * same in words as {@code sentences}. Entries beside the lines are about money of the order as a whole: what of it expired
 * unused, or was used for what the shopper owed.
 */
record OrderResponse(
        String orderId,
        String userId,
        long version,
        Instant asOf,
        String state,
        String channel,
        @Nullable String merchant,
        @Nullable String externalNumber,
        @Nullable Instant paidAt,
        @Nullable Instant confirmationExpectedAt,
        boolean completed,
        boolean settled,
        List<Line> lines,
        @Nullable List<LineEntry> entries,
        @Nullable List<String> sentences) {

    private static final int NO_LINE = 0;

    static OrderResponse of(ExplainedOrder explained) {
        var byLine = explained.entries().stream()
                .collect(Collectors.groupingBy(
                        booked -> Objects.requireNonNullElse(booked.entry().line(), NO_LINE)));
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
                order.merchant(),
                order.externalNumber(),
                order.paidAt(),
                order.confirmationExpectedAt(),
                order.completed(),
                order.settled(),
                order.lines().stream()
                        .map(line -> Line.of(
                                order, line, entries == null ? null : entries.getOrDefault(line.line(), List.of())))
                        .toList(),
                entries == null ? null : ofTheWhole(entries).map(LineEntry::of).toList(),
                entries == null ? null : Sentences.about(ofTheWhole(entries).toList()));
    }

    private static Stream<BookedEntry> ofTheWhole(Map<Integer, List<BookedEntry>> entries) {
        return entries.getOrDefault(NO_LINE, List.of()).stream();
    }

    record Line(
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
            List<PartView> parts,
            @Nullable List<LineEntry> entries,
            @Nullable List<String> sentences) {

        static Line of(OrderView order, LineView line, @Nullable List<BookedEntry> entries) {
            return new Line(
                    line.line(),
                    line.sku(),
                    line.category(),
                    line.merchant(),
                    line.quantity(),
                    line.returned(),
                    line.base(),
                    line.earned(),
                    line.reversed(),
                    line.bucket(),
                    line.reason(),
                    line.parts(),
                    entries == null ? null : entries.stream().map(LineEntry::of).toList(),
                    entries == null ? null : Sentences.about(order, line, entries));
        }
    }

    record LineEntry(
            long sequence,
            Instant recordedAt,
            String kind,
            @Nullable Integer part,
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
                    entry.part(),
                    entry.from(),
                    entry.to(),
                    entry.amount(),
                    entry.steps(),
                    booked.cause());
        }
    }
}
