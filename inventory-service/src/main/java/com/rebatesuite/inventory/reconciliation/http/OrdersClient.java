package com.rebatesuite.inventory.reconciliation.http;

import com.rebatesuite.platform.client.ClientGuard;
import com.rebatesuite.platform.client.ServiceClients;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

/** The way to order-service. */
@Configuration(proxyBeanMethods = false)
class OrdersClient {

    @Bean
    RestClient ordersRestClient(ServiceClients clients, OrdersProperties properties) {
        return clients.to(properties.url(), properties.client(), properties.limits());
    }

    @Bean
    ClientGuard ordersGuard(OrdersProperties properties, MeterRegistry meters) {
        return new ClientGuard("orders", properties.limits(), meters);
    }
}
