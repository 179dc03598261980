package com.rebatesuite.inventory.commit.kafka;

import static com.rebatesuite.inventory.Contract.assertFitsTheSchema;
import static com.rebatesuite.inventory.Contract.assertIsTheExample;
import static com.rebatesuite.inventory.commit.StockFixture.MUG;
import static com.rebatesuite.inventory.commit.StockFixture.TEA;
import static com.rebatesuite.inventory.commit.StockFixture.line;
import static com.rebatesuite.inventory.commit.StockFixture.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.inventory.commit.Effect;
import com.rebatesuite.inventory.commit.Entries;
import com.rebatesuite.inventory.commit.StockFixture;
import com.rebatesuite.inventory.level.Crossing;
import com.rebatesuite.inventory.level.Deltas;
import com.rebatesuite.inventory.level.StockLevel;
import com.rebatesuite.inventory.level.Supply;
import com.rebatesuite.inventory.level.Thresholds;
import com.rebatesuite.inventory.movement.Movement;
import com.rebatesuite.inventory.movement.Origin;
import com.rebatesuite.inventory.movement.Reason;
import com.rebatesuite.inventory.reservation.Refusal;
import com.rebatesuite.inventory.reservation.Reservation;
import com.rebatesuite.inventory.reservation.ReservationChanged;
import com.rebatesuite.inventory.reservation.Shortage;
import com.rebatesuite.platform.outbox.OutboxMessage;
import com.rebatesuite.platform.telemetry.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is really sent is what contracts/events promises. */
class OutboxAnnouncementsTest {

    private static final Instant NOW = Instant.parse("2026-01-05T10:15:30Z");

    private static final StockLevel LEVEL = new StockLevel(TEA, 100, 7, 0, 0, new Thresholds(5, 10, 2), Supply.OK, 12);

    private final Reservation asked = Reservation.undecided(order(1), StockFixture.asked(line(MUG, 1), line(TEA, 2)));
    private final Reservation held =
            asked.held(List.of(line(MUG, 1), line(TEA, 2)), List.of(), NOW, NOW.plus(Duration.ofMinutes(30)));

    @Test
    void saysThatStockHasChanged() {
        var movement = new Movement(
                UUID.randomUUID(),
                Reason.HOLD,
                new Origin("hold/" + order(1), "order/" + order(1), "test"),
                Deltas.held(2),
                LEVEL,
                NOW);

        assertIsTheExample(OutboxAnnouncements.stock(movement));
        for (var reason : Reason.values()) {
            assertFitsTheSchema(OutboxAnnouncements.stock(
                    new Movement(movement.id(), reason, movement.origin(), movement.deltas(), movement.after(), NOW)));
        }
    }

    @Test
    void saysThatMoreHasLeftThanWasThere() {
        assertIsTheExample(OutboxAnnouncements.shortfall(new Movement(
                UUID.randomUUID(),
                Reason.SALE,
                new Origin("c", "till/4711", "test"),
                Deltas.sold(0, 2),
                new StockLevel(TEA, 0, 0, 0, 2, Thresholds.NONE, Supply.OUT, 8),
                NOW)));
    }

    @Test
    void saysThatSupplyHasBecomeAnother() {
        assertIsTheExample(crossing(8, Supply.LOW, Supply.OK));
        assertIsTheExample(crossing(0, Supply.OUT, Supply.LOW));
        assertIsTheExample(crossing(40, Supply.OK, Supply.LOW));
    }

    private static OutboxMessage crossing(long available, Supply supply, Supply before) {
        var level = new StockLevel(TEA, available, 0, 0, 0, new Thresholds(5, 10, 2), supply, 8);
        return OutboxAnnouncements.supply(new Crossing(level, before, NOW));
    }

    @Test
    void saysWhatHasBecomeOfAReservation() {
        assertIsTheExample(message(held));
        assertIsTheExample(message(held.committed(held.lines())));
        assertIsTheExample(message(held.released()));
        assertIsTheExample(message(held.expired()));
        assertIsTheExample(message(asked.refused(Refusal.outOfStock(List.of(new Shortage("TEA-100", 2, 1))))));
    }

    @Test
    void aHoldForGoodIsStillAHoldToTheReader() {
        assertFitsTheSchema(message(held.until(null)));
    }

    @Test
    void writesEverythingAtOnceUnderTheKeysThatKeepItsOrder() {
        var written = new ArrayList<List<OutboxMessage>>();
        var movement =
                new Movement(UUID.randomUUID(), Reason.HOLD, new Origin("c", "r", "a"), Deltas.held(2), LEVEL, NOW);

        var trace = new Trace(Map.of("traceparent", "of the request"));

        new OutboxAnnouncements(written::add)
                .announce(new Entries(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(
                                new Effect(List.of(movement), List.of(), new ReservationChanged(held, NOW), trace),
                                new Effect(List.of(movement), List.of(), null, Trace.NONE))));

        assertThat(written).hasSize(1);
        assertThat(written.getFirst())
                .extracting(message -> message.topic() + " by " + message.key())
                .containsExactly("stock by TEA-100", "reservations by shopper-1", "stock by TEA-100");
        assertThat(written.getFirst()).extracting(OutboxMessage::trace).containsExactly(trace, trace, Trace.NONE);
    }

    private static OutboxMessage message(Reservation reservation) {
        return OutboxAnnouncements.reservation(new ReservationChanged(reservation, NOW));
    }
}
