package com.rebatesuite.inventory.commit.kafka;

import com.rebatesuite.inventory.commit.Announcements;
import com.rebatesuite.inventory.commit.Effect;
import com.rebatesuite.inventory.commit.Entries;
import com.rebatesuite.inventory.level.Crossing;
import com.rebatesuite.inventory.movement.Movement;
import com.rebatesuite.inventory.reservation.ReservationChanged;
import com.rebatesuite.platform.outbox.Outbox;
import com.rebatesuite.platform.outbox.OutboxMessage;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Writes what was decided to the outbox: every movement to {@code stock}, every new status to {@code reservations}. */
@Component
class OutboxAnnouncements implements Announcements {

    private final Outbox outbox;

    OutboxAnnouncements(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void announce(Entries entries) {
        outbox.write(entries.effects().stream()
                .flatMap(OutboxAnnouncements::messages)
                .toList());
    }

    /** Every message goes on with the trace of the request that caused it, not with that of the batch. */
    private static Stream<OutboxMessage> messages(Effect effect) {
        return Stream.of(
                        effect.movements().stream().map(OutboxAnnouncements::stock),
                        effect.movements().stream()
                                .filter(movement -> movement.deltas().shortfall() > 0)
                                .map(OutboxAnnouncements::shortfall),
                        effect.crossings().stream().map(OutboxAnnouncements::supply),
                        Stream.ofNullable(effect.change()).map(OutboxAnnouncements::reservation))
                .flatMap(Function.identity())
                .map(message -> message.of(effect.trace()));
    }

    static OutboxMessage stock(Movement movement) {
        return new OutboxMessage(
                "stock",
                movement.key().sku(),
                "stock-changed.v1",
                movement.key().sku(),
                movement.recordedAt(),
                StockChangedMessage.of(movement));
    }

    static OutboxMessage shortfall(Movement movement) {
        var sku = movement.key().sku();
        return new OutboxMessage(
                "stock", sku, "stock-shortfall.v1", sku, movement.recordedAt(), StockShortfallMessage.of(movement));
    }

    static OutboxMessage supply(Crossing crossing) {
        var sku = crossing.level().key().sku();
        return new OutboxMessage("stock", sku, type(crossing), sku, crossing.at(), SupplyChangedMessage.of(crossing));
    }

    private static String type(Crossing crossing) {
        return switch (crossing.level().supply()) {
            case LOW -> "stock-low.v1";
            case OUT -> "stock-out.v1";
            case OK -> "stock-recovered.v1";
        };
    }

    static OutboxMessage reservation(ReservationChanged change) {
        var reservation = change.reservation();
        return new OutboxMessage(
                "reservations",
                reservation.userId(),
                "reservation-" + reservation.status().wire() + ".v1",
                reservation.orderId().toString(),
                change.at(),
                message(change));
    }

    private static Object message(ReservationChanged change) {
        return switch (change.reservation().status()) {
            case HELD -> ReservationHeldMessage.of(change);
            case REFUSED -> ReservationRefusedMessage.of(change);
            case COMMITTED, RELEASED, EXPIRED -> ReservationEndedMessage.of(change);
        };
    }
}
