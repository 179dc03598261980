package com.rebatesuite.rebate.ledger.kafka;

import com.rebatesuite.platform.event.EventIds;
import com.rebatesuite.rebate.rule.AppliedRules;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.BiFunction;
import org.apache.kafka.streams.kstream.KStream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Runs the topology. The bean name is the binding name: {@code ledger-in-0} is orders, {@code ledger-in-1} the commands. */
@Configuration(proxyBeanMethods = false)
class LedgerStreams {

    @Bean
    BiFunction<KStream<String, byte[]>, KStream<String, byte[]>, KStream<String, byte[]>[]> ledger(
            JsonMapper mapper, MeterRegistry meters, EventIds ids, AppliedRules rules) {
        var parts = new LedgerParts(mapper, meters, new LedgerMetrics(meters), ids, rules::rulebook);
        return (orders, commands) -> LedgerTopology.ledger(orders, commands, parts);
    }
}
