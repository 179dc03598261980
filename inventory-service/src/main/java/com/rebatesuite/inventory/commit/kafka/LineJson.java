package com.rebatesuite.inventory.commit.kafka;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.rebatesuite.inventory.reservation.Demand;
import com.rebatesuite.inventory.reservation.Reservation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Units of one product of an order; without a place when they are not held anywhere. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LineJson(String sku, @Nullable String location, long quantity) {

    /** All units that were asked, each once. */
    static List<LineJson> of(Reservation reservation) {
        var held = reservation.lines().stream()
                .map(line -> new LineJson(line.key().sku(), line.key().location(), line.quantity()));
        var elsewhere = notHeld(reservation).entrySet().stream()
                .filter(rest -> rest.getValue() > 0)
                .map(rest -> new LineJson(rest.getKey(), null, rest.getValue()));
        return Stream.concat(held, elsewhere).toList();
    }

    private static Map<String, Long> notHeld(Reservation reservation) {
        var rest = new TreeMap<String, Long>();
        for (Demand demand : reservation.asked().demands()) {
            rest.merge(demand.sku(), demand.quantity(), Long::sum);
        }
        reservation.lines().forEach(line -> rest.merge(line.key().sku(), -line.quantity(), Long::sum));
        return rest;
    }
}
