package com.rebatesuite.inventory.replenishment;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The replenishment's side of a receipt: noted before the goods are booked, marked after it, each under its lock. */
@Component
@Transactional
public class NoteReceipts {

    private final Replenishments replenishments;
    private final Receipts receipts;
    private final Announcements announcements;
    private final ReplenishmentProperties properties;
    private final Clock clock;

    NoteReceipts(
            Replenishments replenishments,
            Receipts receipts,
            Announcements announcements,
            ReplenishmentProperties properties,
            Clock clock) {
        this.replenishments = replenishments;
        this.receipts = receipts;
        this.announcements = announcements;
        this.properties = properties;
        this.clock = clock;
    }

    /** Notes that goods have come. From here on they will be booked, whatever happens. */
    public Step note(UUID receiptId, UUID id, long quantity, String actor, @Nullable String deliveryNote) {
        var found = locked(id);
        var step = found.expect(quantity, properties.overReceiptPercent());
        if (step instanceof Step.Taken taken) {
            replenishments.update(taken.replenishment());
            receipts.note(new Receipt(receiptId, id, found.key(), quantity, act(actor, deliveryNote), null));
        }
        return step;
    }

    /** Marks that they are booked, once. */
    Replenishment mark(Receipt receipt) {
        var found = locked(receipt.replenishmentId());
        var act = act(receipt.act().actor(), receipt.act().reason());
        if (!receipts.mark(receipt.id(), act.at())) {
            return found;
        }
        var received = found.receive(receipt.quantity(), act).replenishment();
        replenishments.update(received);
        announcements.announce(received, receipt);
        return received;
    }

    private Replenishment locked(UUID id) {
        return replenishments.locked(id).orElseThrow(() -> new UnknownReplenishment(id));
    }

    private Act act(String actor, @Nullable String reason) {
        return new Act(actor, reason, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}
