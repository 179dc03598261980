package com.rebatesuite.analytics.sales.kafka;

import org.apache.kafka.streams.KafkaStreams;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.stereotype.Component;

/** Up while the windows are running, or are being moved between instances. */
@Component
class SalesStreamsHealthIndicator extends AbstractHealthIndicator {

    private final ObjectProvider<StreamsBuilderFactoryBean> factories;
    private volatile boolean ran;

    SalesStreamsHealthIndicator(ObjectProvider<StreamsBuilderFactoryBean> factories) {
        this.factories = factories;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        var states = factories.stream().map(SalesStreamsHealthIndicator::state).toList();
        builder.withDetail("states", states.toString());
        var running = !states.isEmpty() && states.stream().allMatch(this::counts);
        builder.status(running ? Status.UP : Status.DOWN);
    }

    /** The first rebalance is part of starting; later ones are everyday life. */
    private boolean counts(KafkaStreams.State state) {
        ran |= state == KafkaStreams.State.RUNNING;
        return state == KafkaStreams.State.RUNNING || (ran && state == KafkaStreams.State.REBALANCING);
    }

    private static KafkaStreams.State state(StreamsBuilderFactoryBean factory) {
        var streams = factory.getKafkaStreams();
        return streams == null ? KafkaStreams.State.CREATED : streams.state();
    }
}
