package com.rebatesuite.inventory.view.kafka;

import com.rebatesuite.inventory.level.StockLevel;
import com.rebatesuite.platform.messaging.EventRouter;
import com.rebatesuite.platform.messaging.MalformedEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Reads from a record of the stock topic which level it tells of. */
final class StockEventReader {

    private final EventRouter router;

    StockEventReader(JsonMapper mapper, MeterRegistry meters, String consumer) {
        router = EventRouter.builder(mapper, meters, consumer)
                .on("stock-changed.v1", StockChangedMessage.class, event -> {})
                .build();
    }

    /**
     * The level after the movement; empty for an event that tells of something else.
     *
     * @throws MalformedEvent if it is no event, or of a level that cannot be
     */
    Optional<StockLevel> read(byte[] record) {
        return router.read(record)
                .map(routed -> level((StockChangedMessage) routed.event().data()));
    }

    private static StockLevel level(StockChangedMessage message) {
        try {
            return message.level();
        } catch (IllegalArgumentException impossible) {
            throw new MalformedEvent("stock-changed.v1: " + impossible.getMessage(), impossible);
        }
    }
}
