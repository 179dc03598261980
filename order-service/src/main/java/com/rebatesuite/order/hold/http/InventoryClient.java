package com.rebatesuite.order.hold.http;

import com.rebatesuite.platform.client.ClientGuard;
import com.rebatesuite.platform.client.ServiceClients;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

/** The way to inventory-service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HoldProperties.class)
class InventoryClient {

    @Bean
    RestClient inventoryRestClient(ServiceClients clients, HoldProperties properties) {
        return clients.to(properties.url(), properties.client(), properties.limits());
    }

    @Bean
    ClientGuard holdGuard(HoldProperties properties, MeterRegistry meters) {
        return new ClientGuard("hold", properties.limits(), meters);
    }
}
