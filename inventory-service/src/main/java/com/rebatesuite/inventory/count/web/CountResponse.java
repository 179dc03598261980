package com.rebatesuite.inventory.count.web;

import com.rebatesuite.inventory.count.CountLine;
import com.rebatesuite.inventory.count.StockCount;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A count with its lines and what it has found. */
record CountResponse(
        UUID id,
        String location,
        String reference,
        String openedBy,
        Instant openedAt,
        String status,
        VarianceResponse variance,
        List<CountLineResponse> lines) {

    static CountResponse of(StockCount count) {
        return new CountResponse(
                count.id(),
                count.location(),
                count.reference(),
                count.openedBy(),
                count.openedAt(),
                count.status().wire(),
                VarianceResponse.of(count.lines()),
                count.lines().stream().map(CountLineResponse::of).toList());
    }

    /** One product. */
    record CountLineResponse(
            String sku,
            long baseline,
            long shortfall,
            long sequence,
            @Nullable Long counted,
            @Nullable String countedBy,
            @Nullable Long variance,
            String state,
            @Nullable String refusal) {

        static CountLineResponse of(CountLine line) {
            return new CountLineResponse(
                    line.sku(),
                    line.baseline(),
                    line.shortfall(),
                    line.sequence(),
                    line.counted(),
                    line.countedBy(),
                    line.variance(),
                    state(line),
                    line.refusal());
        }

        private static String state(CountLine line) {
            if (line.booked()) {
                return "booked";
            }
            if (line.refusal() != null) {
                return "refused";
            }
            if (line.closing()) {
                return "closing";
            }
            return line.counted() == null ? "uncounted" : "counted";
        }
    }

    /** What the counted lines differ by, in units. */
    record VarianceResponse(long lines, long counted, long right, long surplus, long missing) {

        static VarianceResponse of(List<CountLine> lines) {
            var variances = lines.stream()
                    .map(CountLine::variance)
                    .filter(Objects::nonNull)
                    .toList();
            return new VarianceResponse(
                    lines.size(),
                    variances.size(),
                    variances.stream().filter(units -> units == 0).count(),
                    variances.stream().mapToLong(units -> Math.max(units, 0)).sum(),
                    variances.stream().mapToLong(units -> Math.max(-units, 0)).sum());
        }
    }
}
