package com.rebatesuite.rebate.quote.http;

import java.net.http.HttpClient;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.client.loadbalancer.LoadBalancerInterceptor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.web.client.RestClient;

/** The HTTP client towards order-service: found by name, with a token of our own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CatalogueProperties.class)
class CatalogueClient {

    @Bean
    RestClient catalogueRestClient(
            RestClient.Builder builder,
            LoadBalancerInterceptor loadBalancer,
            OAuth2AuthorizedClientManager catalogueTokens,
            CatalogueProperties properties) {
        var http = HttpClient.newBuilder()
                .connectTimeout(properties.connectWithin())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        var requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(properties.readWithin());
        // The token first: a balanced request without one would only be sent back.
        return builder.baseUrl(properties.url().toString())
                .requestFactory(requests)
                .requestInterceptor(token(catalogueTokens, properties.client()))
                .requestInterceptor(loadBalancer)
                .build();
    }

    @Bean
    OAuth2AuthorizedClientManager catalogueTokens(
            ClientRegistrationRepository registrations, OAuth2AuthorizedClientService clients) {
        return new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, clients);
    }

    private static ClientHttpRequestInterceptor token(OAuth2AuthorizedClientManager tokens, String client) {
        var wanted = OAuth2AuthorizeRequest.withClientRegistrationId(client)
                .principal("rebate-service")
                .build();
        return (request, body, execution) -> {
            var authorized = tokens.authorize(wanted);
            if (authorized == null) {
                throw new IllegalStateException("token: none (expected: one for client " + client + ")");
            }
            request.getHeaders().setBearerAuth(authorized.getAccessToken().getTokenValue());
            return execution.execute(request, body);
        };
    }
}
