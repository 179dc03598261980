package com.rebatesuite.rebate.quote;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Quotes with the keys of this installation. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QuoteProperties.class)
class QuoteSetup {

    @Bean
    Quotes quotes(QuoteProperties properties) {
        return new Quotes(properties.signingKeys());
    }
}
