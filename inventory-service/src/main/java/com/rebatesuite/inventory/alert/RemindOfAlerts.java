package com.rebatesuite.inventory.alert;

import com.rebatesuite.inventory.alert.AlertChange.Occasion;
import com.rebatesuite.platform.telemetry.Trace;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reminds people of alerts nobody has taken upon himself, a few times; and forgets those that are long over. */
@Component
class RemindOfAlerts {

    private static final int AT_ONCE = 100;

    private final Alerts alerts;
    private final List<AlertAnnouncements> announcements;
    private final AlertProperties properties;
    private final Clock clock;

    RemindOfAlerts(Alerts alerts, List<AlertAnnouncements> announcements, AlertProperties properties, Clock clock) {
        this.alerts = alerts;
        this.announcements = List.copyOf(announcements);
        this.properties = properties;
        this.clock = clock;
    }

    /** What does not fit in comes the next time. */
    @Scheduled(fixedDelayString = "60s", initialDelayString = "60s")
    @Transactional
    void remind() {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var quietSince = now.minus(properties.remindEvery());
        var changes = alerts.takeForReminder(quietSince, properties.reminders(), now, AT_ONCE).stream()
                .map(alert -> new AlertChange(alert, Occasion.REMINDED, now, Trace.NONE))
                .toList();
        announcements.forEach(to -> to.announce(changes));
    }

    /** A bounded number at a time: it is only tidying. */
    @Scheduled(fixedDelayString = "10m", initialDelayString = "10m")
    @Transactional
    void forget() {
        alerts.forget(clock.instant().minus(properties.keep()), AT_ONCE);
    }
}
