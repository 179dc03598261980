package com.rebatesuite.analytics;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the analytics service. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class AnalyticsApplication {

    /** Runs until the process is told to stop. */
    public static void main(String[] arguments) {
        SpringApplication.run(AnalyticsApplication.class, arguments);
    }
}
