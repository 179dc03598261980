package com.rebatesuite.inventory.alert;

import com.rebatesuite.inventory.alert.AlertChange.Occasion;
import com.rebatesuite.platform.telemetry.Traces;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets somebody take an alert upon himself: nobody is reminded of it any more, until it gets worse. */
@Component
public class AcknowledgeAlert {

    private final Alerts alerts;
    private final List<AlertAnnouncements> announcements;
    private final Clock clock;
    private final Traces traces;

    AcknowledgeAlert(Alerts alerts, List<AlertAnnouncements> announcements, Clock clock, Traces traces) {
        this.alerts = alerts;
        this.announcements = List.copyOf(announcements);
        this.clock = clock;
        this.traces = traces;
    }

    /** The alert afterwards. One that is acknowledged or cleared already stays as it is; empty when there is none. */
    @Transactional
    public Optional<Alert> acknowledge(UUID id, String by, @Nullable String note) {
        return alerts.lock(id).map(alert -> acknowledged(alert, by, note));
    }

    private Alert acknowledged(Alert alert, String by, @Nullable String note) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var acknowledged = alert.acknowledged(by, note, now);
        if (!acknowledged.equals(alert)) {
            alerts.write(List.of(), List.of(acknowledged));
            var change = new AlertChange(acknowledged, Occasion.ACKNOWLEDGED, now, traces.current());
            announcements.forEach(to -> to.announce(List.of(change)));
        }
        return acknowledged;
    }
}
