package com.rebatesuite.rebate.simulation;

import com.rebatesuite.platform.event.EventIds;
import com.rebatesuite.rebate.rule.AppliedRules;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Simulations for a slice: on a toy past, kept in memory. */
@TestConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties(SimulationProperties.class)
@Import({SimulateRule.class, Jobs.class, SimulationMetrics.class, AppliedRules.class, ToyFacts.class})
public class SimulationSlice {

    @Bean
    InMemorySimulations simulations() {
        return new InMemorySimulations();
    }

    @Bean
    EventIds ids() {
        return EventIds.timeOrdered();
    }
}
