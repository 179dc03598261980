package com.rebatesuite.inventory.alert.kafka;

import com.rebatesuite.inventory.alert.Crossed;
import com.rebatesuite.inventory.alert.RaiseAlerts;
import com.rebatesuite.inventory.level.Supply;
import com.rebatesuite.platform.messaging.EventRouter;
import com.rebatesuite.platform.messaging.MalformedEvent;
import com.rebatesuite.platform.messaging.Routed;
import com.rebatesuite.platform.telemetry.Trace;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Listens to the stock topic and makes alerts of the crossings in it, those of a poll in one transaction. */
@Configuration(proxyBeanMethods = false)
class StockAlertEvents {

    private static final Map<String, Supply> SUPPLIES =
            Map.of("stock-low.v1", Supply.LOW, "stock-out.v1", Supply.OUT, "stock-recovered.v1", Supply.OK);

    @Bean
    Consumer<List<byte[]>> onStockAlerts(RaiseAlerts raiseAlerts, JsonMapper mapper, MeterRegistry meters) {
        var types = EventRouter.builder(mapper, meters, "stock-alerts");
        SUPPLIES.keySet().forEach(type -> types.on(type, SupplyChangedMessage.class, event -> {}));
        var router = types.build();
        return records -> router.handleTogether(records, events -> raiseAlerts.raise(crossings(events)));
    }

    private static SortedMap<Crossed, Trace> crossings(List<Routed> events) {
        var crossings = new TreeMap<Crossed, Trace>();
        events.forEach(event -> crossings.putIfAbsent(crossed(event), event.trace()));
        return crossings;
    }

    private static Crossed crossed(Routed routed) {
        var event = routed.event();
        try {
            return ((SupplyChangedMessage) event.data()).crossed(Objects.requireNonNull(SUPPLIES.get(event.type())));
        } catch (IllegalArgumentException impossible) {
            throw new MalformedEvent("event " + event.id() + ": " + impossible.getMessage(), impossible);
        }
    }
}
