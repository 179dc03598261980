package com.rebatesuite.inventory.view.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rebatesuite.inventory.view.LiveLevels;
import com.rebatesuite.platform.messaging.MalformedEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every replica reads the whole topic from its end, because it does not know who watches where. The key tells whether
 * anybody does, so most records are never parsed. The bean name is the binding name: {@code onStockLive-in-0}.
 */
@Configuration(proxyBeanMethods = false)
class LiveEvents {

    private static final Logger LOG = LoggerFactory.getLogger(LiveEvents.class);

    @Bean
    Consumer<Message<List<byte[]>>> onStockLive(LiveLevels live, JsonMapper mapper, MeterRegistry meters) {
        var reader = new StockEventReader(mapper, meters, "stock-live");
        return batch -> {
            var keys = keys(batch);
            var records = batch.getPayload();
            for (int index = 0; index < records.size(); index++) {
                if (keys == null || live.watched(text(keys.get(index)))) {
                    tell(live, reader, records.get(index));
                }
            }
        };
    }

    private static void tell(LiveLevels live, StockEventReader reader, byte[] record) {
        try {
            reader.read(record).ifPresent(live::changed);
        } catch (MalformedEvent malformed) {
            // The view puts it among the dead letters; here it only must not stop the others.
            LOG.debug("record is malformed: {}", malformed.toString());
        }
    }

    @SuppressWarnings("unchecked") // The header of a batch is a list of what the deserialiser of keys makes: bytes.
    private static @Nullable List<Object> keys(Message<?> batch) {
        return (List<Object>) batch.getHeaders().get(KafkaHeaders.RECEIVED_KEY);
    }

    private static String text(@Nullable Object key) {
        return key instanceof byte[] bytes ? new String(bytes, UTF_8) : String.valueOf(key);
    }
}
