package com.rebatesuite.inventory.notification;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What channels are told, and what has become of it. */
public interface Deliveries {

    /** Writes down what is to be sent, in the transaction of what it tells of. */
    void queue(Collection<Delivery> deliveries);

    /** What was told of an alert, the oldest first. */
    List<Delivery> ofAlert(UUID alertId);

    /** Deliveries of this status, the newest first, those after this one. */
    List<Delivery> page(DeliveryStatus status, @Nullable UUID after, int limit);

    /**
     * Takes a message of a channel that may be sent to now, and keeps it from everybody until the lease runs out: whoever
     * is killed in between leaves it to be taken again, with the same id.
     */
    Optional<Message> take(Instant now);

    /** The message has arrived. */
    void sent(Message message, Instant now);

    /** It has not, and is to be tried again then. */
    void postponed(Message message, String why, Instant until);

    /** It has not, and is not tried again. */
    void givenUp(Message message, String why, DeliveryStatus status);

    /** Lets a delivery that was given up be tried again as if for the first time; empty if there is no such delivery. */
    Optional<Delivery> retry(UUID alertId, UUID id, Instant now);

    /** How many there are that have not arrived, and since when the oldest of them waits. */
    Backlog backlog();

    /** Counted up to a bound. */
    record Backlog(
            long pending,
            long failed,
            long undeliverable,
            @Nullable Instant oldestPending) {}
}
