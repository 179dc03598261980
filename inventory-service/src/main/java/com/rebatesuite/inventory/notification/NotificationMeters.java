package com.rebatesuite.inventory.notification;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What operators see of messages: {@code stock.alerts.deliveries} by status, {@code stock.alerts.oldest.pending.seconds},
 * and what was sent and failed by this replica. Not a number until somebody has looked.
 */
@Component
class NotificationMeters {

    private final Deliveries deliveries;
    private final MeterRegistry registry;
    private final Clock clock;
    private volatile Deliveries.@Nullable Backlog last;

    NotificationMeters(Deliveries deliveries, MeterRegistry registry, Clock clock) {
        this.deliveries = deliveries;
        this.registry = registry;
        this.clock = clock;
        gauge("pending", Deliveries.Backlog::pending);
        gauge("failed", Deliveries.Backlog::failed);
        gauge("undeliverable", Deliveries.Backlog::undeliverable);
        Gauge.builder("stock.alerts.oldest.pending.seconds", this, NotificationMeters::oldestSeconds)
                .description("how long the oldest message has been waiting")
                .register(registry);
    }

    @Scheduled(fixedDelayString = "10s")
    void look() {
        last = deliveries.backlog();
    }

    void sent(Message message) {
        registry.counter("stock.alerts.sent", "type", message.channel().type().wire())
                .increment();
    }

    void failed(Message message) {
        registry.counter(
                        "stock.alerts.send.failures",
                        "type",
                        message.channel().type().wire())
                .increment();
    }

    private void gauge(String status, ToDoubleFunction<Deliveries.Backlog> number) {
        Gauge.builder("stock.alerts.deliveries", this, meters -> meters.known(number))
                .tag("status", status)
                .description("what channels have not been told")
                .register(registry);
    }

    private double oldestSeconds() {
        return known(backlog -> backlog.oldestPending() == null
                ? 0
                : Duration.between(backlog.oldestPending(), clock.instant()).toMillis() / 1000.0);
    }

    private double known(ToDoubleFunction<Deliveries.Backlog> number) {
        var seen = last;
        return seen == null ? Double.NaN : number.applyAsDouble(seen);
    }
}
