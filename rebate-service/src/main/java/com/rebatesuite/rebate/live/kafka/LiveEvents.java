package com.rebatesuite.rebate.live.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rebatesuite.rebate.live.LiveBalances;
import com.rebatesuite.rebate.view.AccountView;
import com.rebatesuite.rebate.view.BalanceView;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every replica reads the whole topic from its end, because it does not know who watches where. The key tells whether
 * anybody does, so most records are never parsed. The bean name is the binding name: {@code onRebatesLive-in-0}.
 */
@Configuration(proxyBeanMethods = false)
class LiveEvents {

    private static final Logger LOG = LoggerFactory.getLogger(LiveEvents.class);

    @Bean
    Consumer<Message<List<byte[]>>> onRebatesLive(LiveBalances live, JsonMapper mapper, MeterRegistry meters) {
        return batch -> {
            var keys = keys(batch);
            var records = batch.getPayload();
            for (int index = 0; index < records.size(); index++) {
                if (keys == null || live.watched(text(keys.get(index)))) {
                    tell(live, mapper, meters, records.get(index));
                }
            }
        };
    }

    private static void tell(LiveBalances live, JsonMapper mapper, MeterRegistry meters, byte[] record) {
        try {
            var event = mapper.readValue(record, BalanceChangedMessage.class);
            if (BalanceChangedMessage.TYPE.equals(event.type())) {
                live.changed(event.data().account());
            }
        } catch (JacksonException | NullPointerException malformed) {
            // The views put it among the dead letters; here it only must not stop the others.
            meters.counter("events.skipped", "consumer", "live", "type", "malformed")
                    .increment();
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

    /** What the live push needs of contracts/events/rebate-recorded.v2. */
    record BalanceChangedMessage(@Nullable String type, Data data) {

        static final String TYPE = "rebate-recorded.v2";

        record Data(String userId, long sequence, Instant recordedAt, List<BalanceView> balances) {

            AccountView account() {
                return new AccountView(userId, sequence, recordedAt, balances);
            }
        }
    }
}
