package com.rebatesuite.platform;

import com.rebatesuite.platform.event.EventIds;
import com.rebatesuite.platform.telemetry.Traces;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Time, ids and traces come in through the door: one clock (UTC) and one source of each per application. */
@AutoConfiguration
class PlatformAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    EventIds eventIds() {
        return EventIds.timeOrdered();
    }

    @Bean
    @ConditionalOnMissingBean
    Traces traces(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        var knownTracer = tracer.getIfAvailable();
        var knownPropagator = propagator.getIfAvailable();
        return knownTracer == null || knownPropagator == null ? Traces.none() : Traces.of(knownTracer, knownPropagator);
    }
}
