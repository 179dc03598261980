package com.rebatesuite.inventory.notification;

import com.rebatesuite.inventory.alert.AlertAnnouncements;
import com.rebatesuite.inventory.alert.AlertChange;
import com.rebatesuite.inventory.alert.AlertChange.Occasion;
import com.rebatesuite.inventory.alert.AlertState;
import com.rebatesuite.platform.event.EventIds;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes down who is to be told of what has become of alerts, in the same transaction. */
@Component
class QueueDeliveries implements AlertAnnouncements {

    private final Channels channels;
    private final Deliveries deliveries;
    private final EventIds ids;
    private final Clock clock;

    QueueDeliveries(Channels channels, Deliveries deliveries, EventIds ids, Clock clock) {
        this.channels = channels;
        this.deliveries = deliveries;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void announce(List<AlertChange> changes) {
        var notices = changes.stream()
                .filter(QueueDeliveries::concernsPeople)
                .map(Notice::of)
                .toList();
        if (notices.isEmpty()) {
            return;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var listening = channels.of(categories(notices));
        deliveries.queue(notices.stream()
                .flatMap(notice -> listening.stream()
                        .filter(channel -> channel.wants(notice))
                        .map(channel -> Delivery.pending(ids.next(), channel.id(), notice, now)))
                .toList());
    }

    /** Whoever has acknowledged an alert hears of it again when it gets worse, which opens it, or when it is over. */
    private static boolean concernsPeople(AlertChange change) {
        return change.occasion() != Occasion.ACKNOWLEDGED && change.alert().state() != AlertState.ACKNOWLEDGED;
    }

    private static Set<String> categories(List<Notice> notices) {
        return notices.stream().map(notice -> notice.facts().category()).collect(Collectors.toSet());
    }
}
