package com.rebatesuite.rebate.rule.kafka;

import static java.util.Objects.requireNonNull;

import com.rebatesuite.platform.messaging.EventRouter;
import com.rebatesuite.platform.messaging.MalformedEvent;
import com.rebatesuite.rebate.rule.AppliedRules;
import com.rebatesuite.rebate.rule.RebateRule;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rules as a global store of the ledger: Kafka Streams reads the whole topic on every replica before the first order
 * is decided. The store holds the records, {@link AppliedRules} what they say.
 */
@Component
class RuleEvents {

    static final String STORE = "rules";

    private static final Logger LOG = LoggerFactory.getLogger(RuleEvents.class);
    private static final String TOPIC = "rebate-rules";

    private final JsonMapper mapper;
    private final MeterRegistry meters;
    private final AppliedRules applied;

    RuleEvents(JsonMapper mapper, MeterRegistry meters, AppliedRules applied) {
        this.mapper = mapper;
        this.meters = meters;
        this.applied = applied;
    }

    void addTo(StreamsBuilder builder) {
        builder.addGlobalStore(
                Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(STORE), Serdes.String(), Serdes.ByteArray()),
                TOPIC,
                Consumed.with(Serdes.String(), Serdes.ByteArray()).withName("rules-source"),
                Applying::new);
    }

    private EventRouter router() {
        return EventRouter.builder(mapper, meters, "rules")
                .on(RuleMessage.TYPE, RuleMessage.class, event -> applied.apply(event.id(), rule(event.data())))
                .build();
    }

    private static RebateRule rule(RuleMessage message) {
        try {
            return message.toRule();
        } catch (IllegalArgumentException | NullPointerException nonsense) {
            throw new MalformedEvent(String.valueOf(nonsense.getMessage()), nonsense);
        }
    }

    private final class Applying implements Processor<String, byte[], Void, Void> {

        private final EventRouter router = router();
        private @Nullable KeyValueStore<String, byte[]> store;

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            store = context.getStateStore(STORE);
        }

        @Override
        public void process(Record<String, byte[]> record) {
            try {
                router.handle(record.value() == null ? new byte[0] : record.value());
                requireNonNull(store).put(record.key(), record.value());
            } catch (MalformedEvent malformed) {
                // Thrown on, it would end the thread that reads the rules, and with it the ledger.
                meters.counter("rebates.dead", "reason", "malformed-rule").increment();
                LOG.warn("rule {} is malformed and not applied: {}", record.key(), malformed.getMessage());
            }
        }
    }
}
