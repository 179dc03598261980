package com.rebatesuite.rebate.budget.kafka;

import com.rebatesuite.platform.event.EventIds;
import com.rebatesuite.rebate.budget.CampaignRules;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.streams.StreamsBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.KafkaStreamsInfrastructureCustomizer;
import tools.jackson.databind.json.JsonMapper;

/** Puts the authority over budgets beside the topology of the ledger: one application, one transaction. */
@Configuration(proxyBeanMethods = false)
class BudgetStreams {

    @Bean
    KafkaStreamsInfrastructureCustomizer budgetAuthority(
            JsonMapper mapper, MeterRegistry meters, EventIds ids, CampaignRules rules) {
        var authority = new BudgetTopology(mapper, meters, ids, rules);
        return new KafkaStreamsInfrastructureCustomizer() {
            @Override
            public void configureBuilder(StreamsBuilder builder) {
                authority.addTo(builder);
            }
        };
    }
}
