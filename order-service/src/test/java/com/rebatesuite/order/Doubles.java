package com.rebatesuite.order;

import com.rebatesuite.platform.outbox.Outbox;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Stands in for time, and notes what goes into the outbox. */
@TestConfiguration(proxyBeanMethods = false)
class Doubles {

    @Bean
    @Primary
    SettableClock settableClock() {
        return new SettableClock();
    }

    @Bean
    static BeanPostProcessor recordOutbox() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Outbox real ? new RecordedOutbox(real) : bean;
            }
        };
    }
}
