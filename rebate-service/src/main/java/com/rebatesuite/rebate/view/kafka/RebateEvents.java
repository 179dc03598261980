package com.rebatesuite.rebate.view.kafka;

import com.rebatesuite.platform.messaging.EventRouter;
import com.rebatesuite.platform.messaging.MalformedEvent;
import com.rebatesuite.rebate.view.Recorded;
import com.rebatesuite.rebate.view.Views;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.BatchListenerFailedException;
import tools.jackson.databind.json.JsonMapper;

/** Writes the views, a poll at a time. The bean name is the binding name: {@code onRebates-in-0}. */
@Configuration(proxyBeanMethods = false)
class RebateEvents {

    @Bean
    Consumer<List<byte[]>> onRebates(Views views, JsonMapper mapper, MeterRegistry meters, Clock clock) {
        var lag = Timer.builder("rebates.projection.lag")
                .description("from the decision to the moment it can be read")
                .register(meters);
        return records -> {
            var reading = new Reading(mapper, meters);
            var malformed = reading.read(records);
            views.write(reading.decisions);
            reading.decisions.forEach(decision -> lag.record(elapsed(decision, clock)));
            if (malformed != null) {
                throw malformed;
            }
        };
    }

    private static Duration elapsed(Recorded decision, Clock clock) {
        var elapsed = Duration.between(decision.recordedAt(), clock.instant());
        return elapsed.isNegative() ? Duration.ZERO : elapsed;
    }

    /** Reads until the first record that cannot be read: what was read before it is written all the same. */
    private static final class Reading {

        private final List<Recorded> decisions = new ArrayList<>();
        private final EventRouter router;

        Reading(JsonMapper mapper, MeterRegistry meters) {
            router = EventRouter.builder(mapper, meters, "views")
                    .on(
                            RebateRecordedMessage.TYPE,
                            RebateRecordedMessage.class,
                            event -> decisions.add(event.data().toRecorded()))
                    .build();
        }

        @Nullable BatchListenerFailedException read(List<byte[]> records) {
            for (int index = 0; index < records.size(); index++) {
                try {
                    router.handle(records.get(index));
                } catch (MalformedEvent malformed) {
                    return new BatchListenerFailedException("malformed record", malformed, index);
                }
            }
            return null;
        }
    }
}
