package com.rebatesuite.rebate.quote.http;

import com.rebatesuite.platform.client.ClientGuard;
import com.rebatesuite.platform.client.ServiceClients;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

/** The way to the catalogue of order-service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CatalogueProperties.class)
class CatalogueClient {

    @Bean
    RestClient catalogueRestClient(ServiceClients clients, CatalogueProperties properties) {
        return clients.to(properties.url(), properties.client(), properties.limits());
    }

    @Bean
    ClientGuard catalogueGuard(CatalogueProperties properties, MeterRegistry meters) {
        return new ClientGuard("catalogue", properties.limits(), meters);
    }
}
