package com.rebatesuite.identity;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the authorization server. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class IdentityApplication {

    /** Starts the authorization server with what the environment and the command line say. */
    public static void main(String[] args) {
        SpringApplication.run(IdentityApplication.class, args);
    }
}
