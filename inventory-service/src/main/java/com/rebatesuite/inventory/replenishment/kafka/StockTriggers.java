package com.rebatesuite.inventory.replenishment.kafka;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.replenishment.EvaluateRules;
import com.rebatesuite.platform.messaging.EventRouter;
import com.rebatesuite.platform.messaging.Routed;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/**
 * Listens to the stock topic: where something has moved, rules are looked at, once per level and poll. What is decided on
 * is read from the books, so an event that comes late or twice says no more than "look".
 */
@Configuration(proxyBeanMethods = false)
class StockTriggers {

    @Bean
    Consumer<List<byte[]>> onStockReplenishment(EvaluateRules evaluate, JsonMapper mapper, MeterRegistry meters) {
        var router = router(mapper, meters);
        return records -> router.handleTogether(records, events -> evaluate.evaluate(levels(events)));
    }

    static EventRouter router(JsonMapper mapper, MeterRegistry meters) {
        return EventRouter.builder(mapper, meters, "replenishment")
                .on("stock-changed.v1", StockChangedMessage.class, event -> {})
                .build();
    }

    static SortedSet<LevelKey> levels(List<Routed> events) {
        var levels = new TreeSet<LevelKey>();
        events.forEach(event -> levels.add(((StockChangedMessage) event.event().data()).key()));
        return levels;
    }

    /** What replenishment needs of contracts/events/stock-changed.v1: where to look. */
    record StockChangedMessage(String sku, String location) {

        StockChangedMessage {
            if (sku == null || sku.isBlank() || location == null || location.isBlank()) {
                throw new IllegalArgumentException("level: '" + sku + "' at '" + location + "' (expected: both named)");
            }
        }

        LevelKey key() {
            return new LevelKey(sku, location);
        }
    }
}
