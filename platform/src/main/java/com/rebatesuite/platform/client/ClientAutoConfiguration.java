package com.rebatesuite.platform.client;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.cloud.client.loadbalancer.LoadBalancerInterceptor;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.web.client.RestClient;

/** Only for services that ask others: they have OAuth2's client and resilience4j among their dependencies. */
@AutoConfiguration
@ConditionalOnClass({OAuth2AuthorizedClientService.class, CircuitBreaker.class})
class ClientAutoConfiguration {

    @Bean
    ServiceClients serviceClients(
            RestClient.Builder builder,
            LoadBalancerInterceptor loadBalancer,
            ClientRegistrationRepository registrations,
            OAuth2AuthorizedClientService clients,
            @Value("${spring.application.name}") String ourName) {
        var tokens = new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, clients);
        return new ServiceClients(builder, loadBalancer, tokens, ourName);
    }
}
