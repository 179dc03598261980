package com.rebatesuite.order;

import com.rebatesuite.order.ordering.OrderingProperties;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The order service: catalogue, orders, payments, returns, partner feeds. */
@SpringBootApplication
@EnableScheduling
@EnableConfigurationProperties(OrderingProperties.class)
public class OrderApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(OrderApplication.class, arguments);
    }

    /** Counts microseconds, as PostgreSQL keeps them: an event and the row it tells of have the same time. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
