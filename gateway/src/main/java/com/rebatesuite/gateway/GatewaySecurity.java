package com.rebatesuite.gateway;

import com.rebatesuite.gateway.problem.Problem;
import com.rebatesuite.gateway.problem.ProblemWriter;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.security.autoconfigure.actuate.web.reactive.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsConfigurationSource;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;

/** Who may come through which door. The services check the token again: nothing behind trusts the network. */
@Configuration(proxyBeanMethods = false)
class GatewaySecurity {

    @Bean
    SecurityWebFilterChain doors(
            ServerHttpSecurity http, ServerAuthenticationEntryPoint nobody, ServerAccessDeniedHandler denied) {
        return http.authorizeExchange(exchanges -> exchanges
                        .matchers(EndpointRequest.toAnyEndpoint())
                        .permitAll()
                        .pathMatchers("/api/**")
                        .hasAuthority("SCOPE_shop")
                        .pathMatchers("/ops/**")
                        .hasAuthority("SCOPE_ops")
                        .pathMatchers("/partners/**")
                        .hasAuthority("SCOPE_partner")
                        // Webhooks are signed by their senders. What is internal has no route: nothing is there.
                        .pathMatchers("/webhooks/**", "/internal/**")
                        .permitAll()
                        .anyExchange()
                        .denyAll())
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults())
                        .authenticationEntryPoint(nobody)
                        .accessDeniedHandler(denied))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(nobody).accessDeniedHandler(denied))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .cors(Customizer.withDefaults())
                // No cookies, so nothing a foreign page could ride on.
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }

    @Bean
    ServerAuthenticationEntryPoint nobody(ProblemWriter problems) {
        return (exchange, failure) -> {
            var challenge = failure instanceof OAuth2AuthenticationException invalid
                    ? "Bearer error=\"" + invalid.getError().getErrorCode() + "\""
                    : "Bearer";
            exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, challenge);
            return problems.write(
                    exchange,
                    Problem.lasting(HttpStatus.UNAUTHORIZED, "unauthenticated", "a valid bearer token is needed here"));
        };
    }

    @Bean
    ServerAccessDeniedHandler denied(ProblemWriter problems) {
        return (exchange, failure) -> problems.write(
                exchange, Problem.lasting(HttpStatus.FORBIDDEN, "forbidden", "the token does not allow this"));
    }

    /** What is no honest URL: dots, double or encoded slashes, control characters. */
    @Bean
    ServerExchangeRejectedHandler rejected(ProblemWriter problems) {
        return (exchange, failure) -> problems.write(
                exchange, Problem.lasting(HttpStatus.BAD_REQUEST, "bad-request", "the request is malformed"));
    }

    /** Pages of these origins may call us; no origin, no page. */
    @Bean
    CorsConfigurationSource corsConfigurationSource(@Value("${gateway.allowed-origins}") List<String> origins) {
        var source = new UrlBasedCorsConfigurationSource();
        if (!origins.isEmpty()) {
            var cors = new CorsConfiguration();
            cors.setAllowedOrigins(origins);
            cors.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "DELETE"));
            cors.addAllowedHeader(CorsConfiguration.ALL);
            cors.setExposedHeaders(
                    List.of(HttpHeaders.ETAG, HttpHeaders.LOCATION, HttpHeaders.RETRY_AFTER, "Idempotency-Hit"));
            source.registerCorsConfiguration("/**", cors);
        }
        return source;
    }
}
