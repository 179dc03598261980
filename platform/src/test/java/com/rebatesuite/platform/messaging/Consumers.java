package com.rebatesuite.platform.messaging;

import com.rebatesuite.platform.event.CloudEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.MDC;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessResourceFailureException;
import tools.jackson.databind.json.JsonMapper;

/** A batch consumer and a record consumer, and a place to see what they did. */
@Configuration(proxyBeanMethods = false)
class Consumers {

    @Bean
    Seen seen() {
        return new Seen();
    }

    @Bean
    Consumer<List<byte[]>> onThings(JsonMapper mapper, MeterRegistry meters, Seen seen) {
        var router = EventRouter.builder(mapper, meters, "things")
                .on("thing-happened.v1", ThingMessage.class, event -> seen.add("things", event))
                .build();
        return router::handleAll;
    }

    @Bean
    Consumer<byte[]> onNotes(JsonMapper mapper, MeterRegistry meters, Seen seen) {
        var router = EventRouter.builder(mapper, meters, "notes")
                .on("thing-happened.v1", ThingMessage.class, event -> seen.add("notes", event))
                .build();
        return router::handle;
    }

    record ThingMessage(String name) {}

    record Sighting(String consumer, String name, String traceId) {}

    /** What was handled, unless the store is away or the thing has a fault. */
    static class Seen {

        private final List<Sighting> sightings = new CopyOnWriteArrayList<>();
        private final List<String> tries = new CopyOnWriteArrayList<>();
        private volatile boolean storeAway;

        void storeIsAway(boolean away) {
            storeAway = away;
        }

        void add(String consumer, CloudEvent<ThingMessage> event) {
            var name = event.data().name();
            tries.add(consumer + " " + name);
            if (storeAway) {
                throw new DataAccessResourceFailureException("the store is away");
            }
            if (name.startsWith("faulty")) {
                throw new IllegalStateException(name + " has a fault");
            }
            sightings.add(new Sighting(consumer, name, String.valueOf(MDC.get("traceId"))));
        }

        List<Sighting> by(String consumer) {
            return sightings.stream()
                    .filter(sighting -> sighting.consumer().equals(consumer))
                    .toList();
        }

        long tries(String consumer, String name) {
            return tries.stream().filter((consumer + " " + name)::equals).count();
        }
    }
}
