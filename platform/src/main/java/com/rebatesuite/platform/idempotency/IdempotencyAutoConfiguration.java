package com.rebatesuite.platform.idempotency;

import com.rebatesuite.platform.problem.ProblemWriter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Idempotent requests, for web services with a database. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration"
        })
@ConditionalOnClass(JdbcClient.class)
@ConditionalOnBean(JdbcClient.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(IdempotencyProperties.class)
class IdempotencyAutoConfiguration {

    @Bean
    Answers idempotencyAnswers(JdbcClient jdbc, JsonMapper mapper, Clock clock) {
        return new Answers(jdbc, mapper, clock);
    }

    @Bean
    WebMvcConfigurer idempotentRequests(
            Answers answers, PlatformTransactionManager transactions, JsonMapper mapper, MeterRegistry meters) {
        var resolver = new IdempotentRequestResolver(answers, new TransactionTemplate(transactions), mapper, meters);
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(resolver);
            }
        };
    }

    @Bean
    FilterRegistrationBean<RepeatableBodyFilter> repeatableBodyFilter(
            IdempotencyProperties properties, ProblemWriter problems) {
        // After security, which has the default order of -100: nobody makes us read a body before we know who he is.
        return new FilterRegistrationBean<>(
                new RepeatableBodyFilter(Math.toIntExact(properties.maxBody().toBytes()), problems));
    }

    @Bean
    IdempotencyTidy idempotencyTidy(Answers answers, IdempotencyProperties properties, MeterRegistry meters) {
        return new IdempotencyTidy(answers, properties, meters);
    }
}
