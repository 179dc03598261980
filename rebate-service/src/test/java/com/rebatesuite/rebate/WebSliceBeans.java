package com.rebatesuite.rebate;

import com.rebatesuite.rebate.command.Awaiting;
import com.rebatesuite.rebate.command.LedgerCommands;
import com.rebatesuite.rebate.view.Views;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;

/** What controllers need around them. */
@TestConfiguration(proxyBeanMethods = false)
@Import(Awaiting.class)
class WebSliceBeans {

    @Bean
    ToyLedger ledger() {
        return new ToyLedger();
    }

    @Bean
    Views views(ToyLedger ledger) {
        return ledger.views;
    }

    @Bean
    LedgerCommands commands(ToyLedger ledger) {
        return ledger.commands;
    }

    @Bean
    Clock clock() {
        return Clock.fixed(ToyLedger.NOW, ZoneOffset.UTC);
    }

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    /** As tests of security do it: else nobody's token would be seen. */
    @Bean
    MockMvcBuilderCustomizer security() {
        return builder -> builder.apply(SecurityMockMvcConfigurers.springSecurity());
    }

    @Bean
    JwtDecoder nobodyComesThisWay() {
        return token -> {
            throw new BadJwtException("tests bring their token with the request");
        };
    }
}
