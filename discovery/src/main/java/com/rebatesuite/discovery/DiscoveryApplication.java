package com.rebatesuite.discovery;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.cloud.netflix.eureka.server.EnableEurekaServer;

/** Starts the registry. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableEurekaServer
public class DiscoveryApplication {

    /** Starts the registry with what the environment and the command line say. */
    public static void main(String[] args) {
        SpringApplication.run(DiscoveryApplication.class, args);
    }
}
