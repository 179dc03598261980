package com.rebatesuite.inventory.commit;

import com.rebatesuite.platform.event.EventIds;
import com.rebatesuite.platform.telemetry.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One committer per replica. Beans are destroyed after HTTP and the consumers have stopped, so it ends last. */
@Configuration(proxyBeanMethods = false)
class GroupCommitConfiguration {

    @Bean(initMethod = "start", destroyMethod = "stop")
    GroupCommit groupCommit(
            Books books, Clock clock, EventIds ids, Traces traces, StockProperties properties, MeterRegistry registry) {
        return new GroupCommit(books, clock, ids::next, traces, properties, registry);
    }
}
