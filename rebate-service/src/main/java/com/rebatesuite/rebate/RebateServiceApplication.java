package com.rebatesuite.rebate;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Keeps the ledger of rebates and shows it. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class RebateServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(RebateServiceApplication.class, arguments);
    }
}
