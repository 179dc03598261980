package com.rebatesuite.inventory.count;

import com.rebatesuite.inventory.count.CountRefused.Why;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What somebody counts at one location, against how it was when he began. */
public record StockCount(
        UUID id,
        String location,
        String reference,
        String openedBy,
        Instant openedAt,
        Status status,
        long version,
        List<CountLine> lines) {

    public StockCount {
        lines = List.copyOf(lines);
    }

    /** With these quantities found by somebody who has seen this version. */
    public StockCount entered(long seen, Map<String, Long> found, String by) {
        unchanged(seen);
        running();
        var listed = lines.stream().collect(Collectors.toMap(CountLine::sku, CountLine::isFixed));
        found.keySet().forEach(sku -> mayBeEntered(sku, listed));
        return with(Status.OPEN, line -> {
            var quantity = found.get(line.sku());
            return quantity == null ? line : line.entered(quantity, by);
        });
    }

    /** With everything that is counted frozen, so that it can be booked. */
    public StockCount closing() {
        if (status == Status.CANCELLED) {
            running();
        }
        return with(status, CountLine::frozen);
    }

    /** With what has become of that; it is closed when nothing is left to count or to book. */
    public StockCount settled(Map<String, String> refusals) {
        var settled = with(status, line -> {
            var why = refusals.get(line.sku());
            return why == null ? line : line.refused(why);
        });
        boolean done = settled.lines.stream().allMatch(CountLine::booked);
        return status == Status.OPEN && done ? settled.with(Status.CLOSED, line -> line) : settled;
    }

    /** Given up, by somebody who has seen this version. What is booked stays. */
    public StockCount cancelled(long seen) {
        unchanged(seen);
        running();
        if (lines.stream().anyMatch(CountLine::isDue)) {
            throw new CountRefused(Why.BEING_BOOKED, "count " + id + " is being booked (expected: closed once more)");
        }
        return with(Status.CANCELLED, line -> line);
    }

    private StockCount with(Status other, UnaryOperator<CountLine> change) {
        return new StockCount(
                id,
                location,
                reference,
                openedBy,
                openedAt,
                other,
                version + 1,
                lines.stream().map(change).toList());
    }

    private void unchanged(long seen) {
        if (seen != version) {
            throw new CountRefused(
                    Why.CHANGED, "version of count " + id + ": " + version + " (expected by you: " + seen + ")");
        }
    }

    private void running() {
        if (status != Status.OPEN) {
            throw new CountRefused(Why.ENDED, "count " + id + " is " + status.wire() + " (expected: open)");
        }
    }

    private void mayBeEntered(String sku, Map<String, Boolean> listed) {
        var fixed = listed.get(sku);
        if (fixed == null) {
            throw new CountRefused(Why.NOT_LISTED, sku + " is not on the list of count " + id);
        }
        if (fixed) {
            throw new CountRefused(Why.BEING_BOOKED, sku + " is booked already, or is being booked just now");
        }
    }
}
