package com.rebatesuite.inventory.notification;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what is due, on every replica, a bounded number of messages at a time. Nothing is locked while a message is on its
 * way: it is only not due for as long.
 */
@Component
class SendDeliveries implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(SendDeliveries.class);

    private final Deliveries deliveries;
    private final Map<ChannelType, Carrier> carriers = new EnumMap<>(ChannelType.class);
    private final NotificationProperties properties;
    private final NotificationMeters meters;
    private final Clock clock;
    private final Random chance = new Random();
    private final Semaphore hands;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    SendDeliveries(
            Deliveries deliveries,
            List<Carrier> carriers,
            NotificationProperties properties,
            NotificationMeters meters,
            Clock clock) {
        this.deliveries = deliveries;
        carriers.forEach(carrier -> this.carriers.put(carrier.type(), carrier));
        this.properties = properties;
        this.meters = meters;
        this.clock = clock;
        this.hands = new Semaphore(properties.atOnce());
    }

    /** Takes messages as long as there are some and a hand is free. */
    @Scheduled(fixedDelayString = "500ms", initialDelayString = "500ms")
    void sendDue() {
        while (hands.tryAcquire()) {
            var taken = false;
            try {
                var message = deliveries.take(clock.instant());
                message.ifPresent(this::sendElsewhere);
                taken = message.isPresent();
            } finally {
                if (!taken) {
                    hands.release();
                }
            }
            if (!taken) {
                return;
            }
        }
    }

    private void sendElsewhere(Message message) {
        threads.execute(() -> {
            try {
                send(message);
            } catch (RuntimeException unsettled) {
                // The lease runs out, and the message is sent again with the same id.
                LOG.warn("what became of message {} could not be written down", message.id(), unsettled);
            } finally {
                hands.release();
            }
        });
    }

    /** Sends it and writes down what became of it: in between it may be killed, and is then sent again. */
    void send(Message message) {
        try {
            Objects.requireNonNull(carriers.get(message.channel().type())).carry(message);
            deliveries.sent(message, clock.instant());
            meters.sent(message);
        } catch (NotCarried failure) {
            meters.failed(message);
            settle(message, failure);
        }
    }

    private void settle(Message message, NotCarried failure) {
        var why = Objects.requireNonNullElse(failure.getMessage(), "unknown");
        if (failure.hopeless()) {
            deliveries.givenUp(message, why, DeliveryStatus.UNDELIVERABLE);
        } else if (message.attempt() >= properties.attempts()) {
            deliveries.givenUp(message, why, DeliveryStatus.FAILED);
        } else {
            deliveries.postponed(
                    message, why, properties.retryAt(clock.instant(), message.attempt(), chance.nextDouble()));
        }
    }

    @Override
    public void destroy() {
        threads.close();
    }
}
