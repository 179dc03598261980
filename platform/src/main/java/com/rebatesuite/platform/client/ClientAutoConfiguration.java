package com.rebatesuite.platform.client;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientAutoConfiguration;
import org.springframework.cloud.client.loadbalancer.LoadBalancerAutoConfiguration;
import org.springframework.cloud.client.loadbalancer.LoadBalancerInterceptor;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.web.client.RestClient;

/** Only for services that ask others: they have OAuth2's client, with a registration, and resilience4j. */
@AutoConfiguration(
        after = {
            LoadBalancerAutoConfiguration.class,
            OAuth2ClientAutoConfiguration.class,
            RestClientAutoConfiguration.class
        })
@ConditionalOnClass({OAuth2AuthorizedClientService.class, CircuitBreaker.class})
class ClientAutoConfiguration {

    @Bean
    @ConditionalOnBean({ClientRegistrationRepository.class, LoadBalancerInterceptor.class})
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
