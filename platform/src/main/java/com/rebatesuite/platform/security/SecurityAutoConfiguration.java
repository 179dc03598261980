package com.rebatesuite.platform.security;

import com.rebatesuite.platform.problem.ProblemWriter;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Every request needs a token with the scope of the door it comes through; what has no door is shut. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class SecurityAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http, AuthenticationEntryPoint entryPoint, AccessDeniedHandler deniedHandler) {
        http.authorizeHttpRequests(requests -> requests.requestMatchers("/api/**")
                .hasAuthority("SCOPE_shop")
                .requestMatchers("/ops/**")
                .hasAuthority("SCOPE_ops")
                .requestMatchers("/partners/**")
                .hasAuthority("SCOPE_partner")
                .requestMatchers("/internal/**")
                .hasAuthority("SCOPE_service")
                // Signed by their senders, and checked by the controller.
                .requestMatchers("/webhooks/**")
                .permitAll()
                .requestMatchers(
                        "/actuator/health/**", "/actuator/info", "/actuator/prometheus", "/v3/api-docs/**", "/error")
                .permitAll()
                .anyRequest()
                .denyAll());
        http.oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults())
                .authenticationEntryPoint(entryPoint)
                .accessDeniedHandler(deniedHandler));
        http.exceptionHandling(
                handling -> handling.authenticationEntryPoint(entryPoint).accessDeniedHandler(deniedHandler));
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        // No cookies, so nothing a foreign page could ride on.
        http.csrf(csrf -> csrf.disable());
        http.requestCache(cache -> cache.disable());
        http.logout(logout -> logout.disable());
        return http.build();
    }

    @Bean
    AuthenticationEntryPoint problemEntryPoint(ProblemWriter problems) {
        return (request, response, failure) -> {
            response.setHeader("WWW-Authenticate", "Bearer");
            problems.write(response, HttpStatus.UNAUTHORIZED, "unauthenticated", "a valid bearer token is needed here");
        };
    }

    @Bean
    AccessDeniedHandler problemAccessDeniedHandler(ProblemWriter problems) {
        return (request, response, denied) ->
                problems.write(response, HttpStatus.FORBIDDEN, "forbidden", "the token does not allow this");
    }

    @Bean
    WebMvcConfigurer callerArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerResolver());
            }
        };
    }
}
