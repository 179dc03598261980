package com.rebatesuite.inventory.commit;

import static com.rebatesuite.inventory.commit.StockFixture.TEA;
import static com.rebatesuite.inventory.commit.StockFixture.hold;
import static com.rebatesuite.inventory.commit.StockFixture.keep;
import static com.rebatesuite.inventory.commit.StockFixture.line;
import static com.rebatesuite.inventory.commit.StockFixture.order;
import static com.rebatesuite.inventory.commit.StockFixture.receive;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.inventory.reservation.Reservation;
import com.rebatesuite.inventory.reservation.Reservations;
import com.rebatesuite.inventory.reservation.Status;
import com.rebatesuite.platform.telemetry.Traces;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExpireHoldsTest {

    private static final Duration HOLD = Duration.ofMinutes(30);
    private static final StockProperties SETTINGS = StockFixture.settings(2, 500, Duration.ofSeconds(5));

    private final InMemoryBooks books = new InMemoryBooks();
    private Instant now = Instant.parse("2026-01-05T10:15:30Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);

    @Test
    void endsWhatHasRunOutAndNothingElse() throws InterruptedException {
        var commit = started();
        commit.decide(receive("opening", line(TEA, 10)));
        commit.decide(hold(1, line(TEA, 1)));
        commit.decide(hold(2, line(TEA, 2)));
        commit.decide(keep(2, line(TEA, 2)));
        now = now.plus(HOLD.dividedBy(2));
        commit.decide(hold(3, line(TEA, 3)));
        now = now.plus(HOLD.dividedBy(2));

        sweep(commit);
        commit.stop();

        assertThat(books.reservations().values())
                .filteredOn(reservation -> reservation.status() == Status.EXPIRED)
                .extracting(Reservation::orderId)
                .containsExactly(order(1));
        assertThat(books.level(TEA).held()).isEqualTo(5);
    }

    @Test
    void leavesForTheNextTimeWhatDoesNotFitIntoTheQueue() throws InterruptedException {
        var commit = started();
        commit.decide(receive("opening", line(TEA, 10)));
        for (int order = 0; order < 5; order++) {
            commit.decide(hold(order, line(TEA, 1)));
        }
        commit.stop();
        now = now.plus(HOLD);

        var busy = new GroupCommit(books, clock, UUID::randomUUID, Traces.none(), SETTINGS, new SimpleMeterRegistry());
        sweep(busy);
        busy.start();
        busy.stop();

        assertThat(books.level(TEA).held()).isEqualTo(3);
    }

    private GroupCommit started() {
        var commit =
                new GroupCommit(books, clock, UUID::randomUUID, Traces.none(), SETTINGS, new SimpleMeterRegistry());
        commit.start();
        return commit;
    }

    private void sweep(GroupCommit commit) {
        new ExpireHolds(new InMemoryReservations(books), commit, clock, SETTINGS).sweep();
    }

    private record InMemoryReservations(InMemoryBooks books) implements Reservations {

        @Override
        public Optional<Reservation> of(UUID orderId) {
            return Optional.ofNullable(books.reservations().get(orderId));
        }

        @Override
        public List<Reservation> before(@Nullable UUID orderId, Wanted wanted, int limit) {
            throw new UnsupportedOperationException("lists are for operators");
        }

        @Override
        public List<UUID> runOut(Instant now, int limit) {
            return books.reservations().values().stream()
                    .filter(reservation -> reservation.isPast(now))
                    .map(Reservation::orderId)
                    .limit(limit)
                    .toList();
        }
    }
}
