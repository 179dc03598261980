package com.rebatesuite.inventory.commit.postgres;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import com.rebatesuite.inventory.reservation.Line;
import java.util.List;
import java.util.Map;

/** What a shopper wants to have, the same product perhaps more than once. */
record Wish(long order, List<Line> lines) {

    /** As it is written on a line to a {@link StockProcess}. */
    String text() {
        return lines.stream()
                .map(line -> line.key().sku() + ":" + line.quantity())
                .collect(joining(","));
    }

    /** All of a product together. */
    Map<String, Long> units() {
        return lines.stream().collect(toMap(line -> line.key().sku(), Line::quantity, Long::sum));
    }
}
