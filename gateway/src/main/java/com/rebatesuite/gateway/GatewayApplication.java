package com.rebatesuite.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the gateway. The routes are in application.yaml. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class GatewayApplication {

    /** Starts the gateway with what the environment and the command line say. */
    public static void main(String[] args) {
        SpringApplication.run(GatewayApplication.class, args);
    }
}
