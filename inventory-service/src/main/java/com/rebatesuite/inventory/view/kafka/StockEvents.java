package com.rebatesuite.inventory.view.kafka;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.StockLevel;
import com.rebatesuite.inventory.view.FastLevels;
import com.rebatesuite.platform.messaging.MalformedEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.BatchListenerFailedException;
import tools.jackson.databind.json.JsonMapper;

/** Listens to the stock topic and carries a poll into the fast view, of each level only the latest. */
@Configuration(proxyBeanMethods = false)
class StockEvents {

    private static final BinaryOperator<StockLevel> LATER =
            BinaryOperator.maxBy(Comparator.comparingLong(StockLevel::sequence));

    @Bean
    Consumer<List<byte[]>> onStock(FastLevels levels, JsonMapper mapper, MeterRegistry meters) {
        var reader = new StockEventReader(mapper, meters, "stock-view");
        return records -> {
            var latest = new HashMap<LevelKey, StockLevel>();
            for (int index = 0; index < records.size(); index++) {
                try {
                    reader.read(records.get(index)).ifPresent(level -> latest.merge(level.key(), level, LATER));
                } catch (MalformedEvent malformed) {
                    levels.write(latest.values());
                    throw new BatchListenerFailedException("not a stock event", malformed, index);
                }
            }
            levels.write(latest.values());
        };
    }
}
