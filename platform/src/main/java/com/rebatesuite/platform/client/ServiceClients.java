package com.rebatesuite.platform.client;

import java.net.URI;
import java.net.http.HttpClient;
import org.springframework.cloud.client.loadbalancer.LoadBalancerInterceptor;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.web.client.RestClient;

/** Makes HTTP clients towards other services of the suite: found by name in the registry, each request with a token of our own. */
public final class ServiceClients {

    private final RestClient.Builder builder;
    private final LoadBalancerInterceptor loadBalancer;
    private final OAuth2AuthorizedClientManager tokens;
    private final String ourName;

    ServiceClients(
            RestClient.Builder builder,
            LoadBalancerInterceptor loadBalancer,
            OAuth2AuthorizedClientManager tokens,
            String ourName) {
        this.builder = builder;
        this.loadBalancer = loadBalancer;
        this.tokens = tokens;
        this.ourName = ourName;
    }

    /** A client for that address; the token is that of the OAuth2 client registration of that name. */
    public RestClient to(URI url, String registration, ClientLimits limits) {
        // The token first: a balanced request without one would only be sent back.
        return builder.clone()
                .baseUrl(url.toString())
                .requestFactory(requests(limits))
                .requestInterceptor(token(registration))
                .requestInterceptor(loadBalancer)
                .build();
    }

    private static JdkClientHttpRequestFactory requests(ClientLimits limits) {
        var http = HttpClient.newBuilder()
                .connectTimeout(limits.connectWithin())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        var requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(limits.readWithin());
        return requests;
    }

    private ClientHttpRequestInterceptor token(String registration) {
        var wanted = OAuth2AuthorizeRequest.withClientRegistrationId(registration)
                .principal(ourName)
                .build();
        return (request, body, execution) -> {
            var authorized = tokens.authorize(wanted);
            if (authorized == null) {
                throw new IllegalStateException("token: none (expected: one for client " + registration + ")");
            }
            request.getHeaders().setBearerAuth(authorized.getAccessToken().getTokenValue());
            return execution.execute(request, body);
        };
    }
}
