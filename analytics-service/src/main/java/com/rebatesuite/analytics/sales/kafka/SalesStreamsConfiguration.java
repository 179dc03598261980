package com.rebatesuite.analytics.sales.kafka;

import com.rebatesuite.analytics.sales.SalesLimits;
import com.rebatesuite.analytics.sales.SalesMeter;
import com.rebatesuite.analytics.sales.SalesWindowRules;
import com.rebatesuite.platform.event.EventIds;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.function.Function;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.kafka.config.StreamsBuilderFactoryBeanConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Binds the topology: {@code salesByMinute-in-0} are the orders; out go minutes, late sales and dead letters. */
@Configuration(proxyBeanMethods = false)
class SalesStreamsConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(SalesStreamsConfiguration.class);

    @Bean
    SalesMeter salesMeter(MeterRegistry meters) {
        return new MicrometerSalesMeter(meters);
    }

    @Bean
    SalesMessages salesMessages(JsonMapper mapper, EventIds ids, Clock clock) {
        return new SalesMessages(mapper, ids, clock);
    }

    @Bean
    OrderReader orderReader(JsonMapper mapper, MeterRegistry meters) {
        return new OrderReader(mapper, meters);
    }

    /**
     * A thread that failed is replaced: it starts again from what was committed. Said to KafkaStreams itself, as the binder
     * puts a handler of its own into the factory; primary, as the binder silently takes none of two.
     */
    @Bean
    @Primary
    StreamsBuilderFactoryBeanConfigurer salesThreadsAreReplaced(MeterRegistry meters) {
        var failures = meters.counter("sales.thread.failures");
        return factory -> factory.setKafkaStreamsCustomizer(streams -> streams.setUncaughtExceptionHandler(failure -> {
            LOG.error("Sales thread failed and is replaced", failure);
            failures.increment();
            return StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
        }));
    }

    @Bean
    Function<KStream<String, byte[]>, KStream<String, byte[]>[]> salesByMinute(
            OrderReader reader, SalesMessages messages, SalesWindowRules rules, SalesLimits limits, SalesMeter meter) {
        var windows = new SalesTopology.Windows(rules, limits, meter);
        return orders -> outputs(SalesTopology.sales(orders, reader, windows), messages);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the binder wants an array of streams
    private static KStream<String, byte[]>[] outputs(SalesTopology.Streams streams, SalesMessages messages) {
        return new KStream[] {
            streams.minutes().mapValues(messages::bytes, Named.as("minutes-on-the-wire")),
            streams.late().mapValues(messages::bytes, Named.as("late-on-the-wire")),
            streams.unreadable()
        };
    }
}
