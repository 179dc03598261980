package com.rebatesuite.gateway;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Traces are sent where OTLP_ENDPOINT says, and nowhere without it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("otlp.endpoint")
class TraceExport {

    @Bean
    OtlpTracingConnectionDetails collector(Environment environment) {
        var endpoint = environment.getRequiredProperty("otlp.endpoint");
        return transport -> endpoint;
    }
}
