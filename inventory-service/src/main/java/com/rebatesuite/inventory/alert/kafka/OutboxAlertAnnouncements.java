package com.rebatesuite.inventory.alert.kafka;

import com.rebatesuite.inventory.alert.AlertAnnouncements;
import com.rebatesuite.inventory.alert.AlertChange;
import com.rebatesuite.platform.outbox.Outbox;
import com.rebatesuite.platform.outbox.OutboxMessage;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes what has become of alerts to the outbox, for {@code alerts}: by level, so that each keeps its order. */
@Component
class OutboxAlertAnnouncements implements AlertAnnouncements {

    private final Outbox outbox;

    OutboxAlertAnnouncements(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void announce(List<AlertChange> changes) {
        outbox.write(changes.stream().map(OutboxAlertAnnouncements::message).toList());
    }

    static OutboxMessage message(AlertChange change) {
        var data = AlertMessage.of(change);
        return new OutboxMessage(
                "alerts",
                data.alertKey(),
                change.occasion().type(),
                change.alert().level().sku(),
                change.at(),
                data,
                change.trace());
    }
}
