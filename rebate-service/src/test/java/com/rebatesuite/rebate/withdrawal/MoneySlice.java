package com.rebatesuite.rebate.withdrawal;

import com.rebatesuite.rebate.command.Awaiting;
import com.rebatesuite.rebate.command.LedgerCommands;
import com.rebatesuite.rebate.keyed.SeenKeys;
import com.rebatesuite.rebate.view.Views;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.stereotype.Component;

/** Beside {@code @WebMvcTest}: use cases, problems and security as they are, before a ledger in memory. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ImportAutoConfiguration
@Import(MoneySlice.Beans.class)
public @interface MoneySlice {

    @TestConfiguration(proxyBeanMethods = false)
    @Import({Awaiting.class, SeenKeys.class})
    @ComponentScan(
            basePackages = {"com.rebatesuite.rebate.withdrawal", "com.rebatesuite.rebate.payout"},
            useDefaultFilters = false,
            includeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = Component.class),
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.web\\..*|.*Slice.*"))
    class Beans {

        @Bean
        WithdrawalLedger ledger() {
            return new WithdrawalLedger();
        }

        @Bean
        Views views(WithdrawalLedger ledger) {
            return ledger.views;
        }

        @Bean
        LedgerCommands commands(WithdrawalLedger ledger) {
            return ledger.commands;
        }

        @Bean
        Clock clock(WithdrawalLedger ledger) {
            return ledger.clock();
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        JwtDecoder nobodyComesThisWay() {
            return token -> {
                throw new BadJwtException("tests bring their token with the request");
            };
        }
    }
}
