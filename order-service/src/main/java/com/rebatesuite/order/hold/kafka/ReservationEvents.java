package com.rebatesuite.order.hold.kafka;

import com.rebatesuite.order.hold.ApplyHoldAnswers;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Listens to the reservations topic, a poll at a time: the bean name is the binding's. */
@Configuration(proxyBeanMethods = false)
class ReservationEvents {

    @Bean
    Consumer<List<byte[]>> onReservations(ApplyHoldAnswers answers, JsonMapper json, MeterRegistry meters) {
        return new ReservationBatches(answers, json, meters)::handle;
    }
}
