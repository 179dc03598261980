package com.rebatesuite.inventory.replenishment.kafka;

import com.rebatesuite.inventory.replenishment.Announcements;
import com.rebatesuite.inventory.replenishment.Receipt;
import com.rebatesuite.inventory.replenishment.Replenishment;
import com.rebatesuite.platform.outbox.Outbox;
import com.rebatesuite.platform.outbox.OutboxMessage;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes to the outbox how replenishments go on. */
@Component
class OutboxReplenishments implements Announcements {

    private final Outbox outbox;

    OutboxReplenishments(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void announce(List<Replenishment> replenishments) {
        if (!replenishments.isEmpty()) {
            outbox.write(
                    replenishments.stream().map(OutboxReplenishments::message).toList());
        }
    }

    @Override
    public void announce(Replenishment replenishment, Receipt receipt) {
        outbox.write(
                List.of(message(replenishment, "received", ReplenishmentMessage.received(replenishment, receipt))));
    }

    static OutboxMessage message(Replenishment replenishment) {
        return switch (replenishment.status()) {
            case PROPOSED -> message(replenishment, "proposed", ReplenishmentMessage.proposed(replenishment));
            case APPROVED -> message(replenishment, "approved", ReplenishmentMessage.approved(replenishment));
            case ORDERED -> message(replenishment, "ordered", ReplenishmentMessage.ordered(replenishment));
            case CANCELLED -> message(replenishment, "cancelled", ReplenishmentMessage.cancelled(replenishment));
            case PARTLY_RECEIVED, RECEIVED ->
                throw new IllegalArgumentException(
                        "status: " + replenishment.status() + " (expected: with its receipt)");
        };
    }

    static OutboxMessage message(Replenishment replenishment, String what, ReplenishmentMessage data) {
        return new OutboxMessage(
                "replenishments",
                replenishment.key().sku(),
                "replenishment-" + what + ".v1",
                replenishment.id().toString(),
                replenishment.last().at(),
                data);
    }
}
