package com.rebatesuite.analytics.sales.kafka;

import com.rebatesuite.analytics.sales.PublishedMinute;
import com.rebatesuite.analytics.sales.SalesMinutes;
import com.rebatesuite.platform.messaging.EventRouter;
import com.rebatesuite.platform.messaging.MalformedEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.BatchListenerFailedException;
import tools.jackson.databind.json.JsonMapper;

/** Listens to sales-minutes, a batch at a time, and keeps what it says. */
@Configuration(proxyBeanMethods = false)
class SalesMinuteEvents {

    @Bean
    Consumer<List<byte[]>> onSalesMinutes(SalesMinutes minutes, JsonMapper mapper, MeterRegistry meters) {
        var router = EventRouter.builder(mapper, meters, "sales-minutes")
                .on(SalesMinuteMessage.TYPE, SalesMinuteMessage.class, event -> {})
                .build();
        return records -> keep(records, router, minutes);
    }

    /** What stands before a record that cannot be read is kept first: it will not be delivered again. */
    private static void keep(List<byte[]> records, EventRouter router, SalesMinutes minutes) {
        var readable = new ArrayList<PublishedMinute>();
        for (var index = 0; index < records.size(); index++) {
            try {
                read(records.get(index), router).ifPresent(readable::add);
            } catch (MalformedEvent malformed) {
                minutes.keep(readable);
                throw new BatchListenerFailedException("sales minute cannot be read", malformed, index);
            }
        }
        minutes.keep(readable);
    }

    private static Optional<PublishedMinute> read(byte[] record, EventRouter router) {
        return router.read(record).map(routed -> {
            var message = (SalesMinuteMessage) routed.event().data();
            try {
                return new PublishedMinute(message.toMinute(), routed.event().time());
            } catch (IllegalArgumentException impossible) {
                throw new MalformedEvent(String.valueOf(impossible.getMessage()), impossible);
            }
        });
    }
}
