package com.rebatesuite.deploy.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Both sides beside each other, and the first as a ratio of the second: ratios outlive the machine. */
final class Report {

    private final PrintStream out;
    private final int clients;
    private final double rate;
    private final int seconds;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> sides = new ArrayList<>();

    Report(PrintStream out, int clients, double rate, int seconds) {
        this.out = out;
        this.clients = clients;
        this.rate = rate;
        this.seconds = seconds;
    }

    private record Row(String name, List<Double> values) {}

    void orders(Side side, Measured orders) {
        row(side, "shop orders/s, %d clients".formatted(clients), orders, measured -> measured.perSecond(seconds));
        row(side, "  p50, ms", orders, measured -> measured.millis(50));
        row(side, "  p99, ms", orders, measured -> measured.millis(99));
        row(side, "  failed", orders, Measured::failures);
    }

    void feed(Side side, PartnerOrders.Outcome feed) {
        row(side, "partner orders/s, taken", feed.taken(), measured -> measured.perSecond(seconds));
        row(side, "partner orders/s, through to shipped", feed.taken(), measured -> feed.shippedPerSecond());
        row(side, "  batches failed", feed.taken(), Measured::failures);
    }

    void balance(Side side, Measured balance) {
        row(side, "order to balance at %.0f/s, p50, ms".formatted(rate), balance, measured -> measured.millis(50));
        row(side, "order to balance at %.0f/s, p99, ms".formatted(rate), balance, measured -> measured.millis(99));
        row(side, "  not seen", balance, Measured::failures);
    }

    private void row(Side side, String name, Measured measured, ToDoubleFunction<Measured> value) {
        if (!sides.contains(side.name())) {
            sides.add(side.name());
        }
        // The second side of a figure completes the row that the first has begun.
        var begun = rows.stream()
                .filter(row -> row.name().equals(name) && row.values().size() < sides.indexOf(side.name()) + 1)
                .findFirst();
        var row = begun.orElseGet(() -> begin(name));
        row.values().add(value.applyAsDouble(measured));
    }

    private Row begin(String name) {
        var row = new Row(name, new ArrayList<>());
        rows.add(row);
        return row;
    }

    void print() {
        out.println();
        out.println("%-44s %12s %12s %8s".formatted("", sides.getFirst(), sides.getLast(), "ratio"));
        for (var row : rows) {
            var first = row.values().getFirst();
            var last = row.values().getLast();
            var ratio = last == 0 ? "" : "%.2f".formatted(first / last);
            out.println("%-44s %,12.1f %,12.1f %8s".formatted(row.name(), first, last, ratio));
        }
    }
}
