package com.rebatesuite.rebate.budget.kafka;

import com.rebatesuite.platform.event.EventIds;
import com.rebatesuite.rebate.budget.CampaignRules;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import tools.jackson.databind.json.JsonMapper;

/** Requests for budget in, keyed by rule; grants out, each to the partition that asked. */
record BudgetTopology(JsonMapper mapper, MeterRegistry meters, EventIds ids, CampaignRules rules) {

    static final String REQUESTS = "budget-requests";
    static final String GRANTS = "budget-grants";

    /** What of each budget is handed out. */
    static final String STORE = "budgets";

    /** The key of a grant is the number of its partition. */
    private static final StreamPartitioner<String, byte[]> TO_ITS_PARTITION =
            (topic, key, value, partitions) -> Optional.of(Set.of(Integer.parseInt(key)));

    void addTo(StreamsBuilder builder) {
        builder.stream(
                        REQUESTS,
                        Consumed.with(Serdes.String(), Serdes.ByteArray()).withName("budget-requests-source"))
                .process(new Granting(this), Named.as("grant-budgets"))
                .to(
                        GRANTS,
                        Produced.with(Serdes.String(), Serdes.ByteArray())
                                .withStreamPartitioner(TO_ITS_PARTITION)
                                .withName("budget-grants-sink"));
    }

    private record Granting(BudgetTopology parts) implements ProcessorSupplier<String, byte[], String, byte[]> {

        @Override
        public Processor<String, byte[], String, byte[]> get() {
            return new BudgetProcessor(parts);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(
                    Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(STORE), Serdes.String(), Serdes.Long())
                            .withCachingEnabled());
        }
    }
}
