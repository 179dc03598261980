package com.rebatesuite.inventory.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.inventory.reservation.Status;
import com.rebatesuite.inventory.reservation.StockPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A world in motion: orders walk their way, our books follow with the delay of events, and time goes on between every two
 * questions of a comparison.
 */
class OrdersInMotionTest {

    private static final Instant BEGIN = Instant.parse("2026-01-05T10:00:00Z");
    private static final Duration GRACE = Duration.ofSeconds(60);
    private static final int ORDERS = 1_200;

    private final List<Life> lives = new ArrayList<>();
    private Instant now = BEGIN;
    private SplittableRandom random = new SplittableRandom();

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void ordersInMotionAreNoBreaks(long seed) {
        world(seed);

        for (int comparison = 0; comparison < 20; comparison++) {
            now = BEGIN.plusSeconds(random.nextInt(900));
            var walk = walk(GRACE, 100_000);
            assertThat(walk.stillThere()).isEmpty();
            assertThat(walk.whole()).isTrue();
        }
    }

    /** The same world looked at without the grace is full of differences that are none. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void withoutTheGraceTheyWouldBe(long seed) {
        world(seed);
        now = BEGIN.plusSeconds(300);

        assertThat(walk(Duration.ZERO, 100_000).stillThere()).isNotEmpty();
    }

    /** An event that never comes is found in the midst of all that moves, each one once. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void eventsThatWereLostAreFound(long seed) {
        world(seed);
        var lost = IntStream.range(0, ORDERS).filter(n -> n % 100 == 7).boxed().toList();
        lost.forEach(number -> lives.set(number, lives.get(number).withoutTheLastEvent()));
        now = BEGIN.plusSeconds(1_500);

        assertThat(walk(GRACE, 100_000).stillThere())
                .extracting(HoldBreak::orderId)
                .containsExactlyInAnyOrderElementsOf(
                        lost.stream().map(number -> new UUID(7, number)).toList());
    }

    @Test
    void aBoundThatIsReachedIsSaid() {
        world(1);
        now = BEGIN.plusSeconds(1_500);

        var walk = walk(GRACE, 400);

        assertThat(walk.whole()).isFalse();
        assertThat(walk.seen()).isLessThanOrEqualTo(2 * (400 + Orders.MOST));
    }

    static LongStream seeds() {
        return LongStream.range(1, 9);
    }

    private OrdersWalk walk(Duration grace, int mostOrders) {
        var properties = new ReconciliationProperties(
                grace, Duration.ofDays(30), mostOrders, 1_000, Duration.ofMinutes(5), Duration.ofSeconds(1), null);
        var walk = new OrdersWalk(new Books(), new Owner(), new Ticking(), properties, null);
        walk.overHolds();
        walk.overOpenOrders();
        return walk;
    }

    private void world(long seed) {
        random = new SplittableRandom(seed);
        for (int number = 0; number < ORDERS; number++) {
            lives.add(Life.of(new UUID(7, number), random.split()));
        }
    }

    /** Some milliseconds pass with every question. */
    private void pass() {
        now = now.plusMillis(random.nextInt(50));
    }

    private class Books implements Holds {

        @Override
        public List<Held> open(@Nullable UUID after, Instant leftSince, @Nullable String sku, int limit) {
            pass();
            return held(lives).stream()
                    .filter(held -> held.status() == Status.HELD || held.status() == Status.COMMITTED)
                    .filter(held -> after == null || held.orderId().compareTo(after) > 0)
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<Held> of(Collection<UUID> orderIds) {
            pass();
            return held(
                    lives.stream().filter(life -> orderIds.contains(life.id())).toList());
        }

        private List<Held> held(List<Life> some) {
            return some.stream().flatMap(life -> life.held(now).stream()).toList();
        }
    }

    private class Owner implements Orders {

        @Override
        public List<OrderSeen> of(Collection<UUID> orderIds) {
            pass();
            return lives.stream()
                    .filter(life -> orderIds.contains(life.id()))
                    .flatMap(life -> life.order(now).stream())
                    .toList();
        }

        @Override
        public OpenOrders open(@Nullable String cursor) {
            pass();
            int from = cursor == null ? 0 : Integer.parseInt(cursor);
            int to = Math.min(lives.size(), from + MOST);
            var open = lives.subList(from, to).stream()
                    .flatMap(life -> life.order(now).stream())
                    .filter(order -> !order.state().ended() && order.state() != OrderState.PLACED)
                    .toList();
            return new OpenOrders(open, to == lives.size() ? null : Integer.toString(to));
        }
    }

    /** What has become of an order by then, and of what is held for it. */
    private record Life(UUID id, List<Step> owner, List<Step> books) {

        static Life of(UUID id, SplittableRandom random) {
            var owner = new ArrayList<Step>();
            var books = new ArrayList<Step>();
            var at = BEGIN.plusSeconds(random.nextInt(600));
            for (var state : way(random)) {
                owner.add(new Step(at, state));
                // An event takes its time, and those of one order come in their order.
                var heard = at.plusMillis(random.nextInt(50_000));
                books.add(new Step(
                        books.isEmpty() ? heard : later(heard, books.getLast().at()), state));
                at = at.plusSeconds(random.nextInt(1, 240));
            }
            return new Life(id, owner, books);
        }

        private static List<OrderState> way(SplittableRandom random) {
            return switch (random.nextInt(4)) {
                case 0 -> List.of(OrderState.PLACED, OrderState.CANCELLED);
                case 1 -> List.of(OrderState.PLACED, OrderState.PAID, OrderState.CANCELLED);
                default -> List.of(OrderState.PLACED, OrderState.PAID, OrderState.SHIPPED);
            };
        }

        Life withoutTheLastEvent() {
            return new Life(id, owner, books.subList(0, books.size() - 1));
        }

        List<OrderSeen> order(Instant now) {
            return last(owner, now).stream()
                    .map(step -> new OrderSeen(id, "alice", step.state(), 1, step.at(), List.of()))
                    .toList();
        }

        List<Held> held(Instant now) {
            return last(books, now).stream()
                    .map(step -> new Held(
                            id,
                            "alice",
                            status(step.state()),
                            StockPolicy.HOLD,
                            until(step),
                            books.indexOf(step),
                            step.at()))
                    .toList();
        }

        private static @Nullable Instant until(Step step) {
            return step.state() == OrderState.PLACED ? step.at().plusSeconds(1_800) : null;
        }

        private static Status status(OrderState state) {
            return switch (state) {
                case SHIPPED -> Status.COMMITTED;
                case CANCELLED -> Status.RELEASED;
                default -> Status.HELD;
            };
        }

        private static List<Step> last(List<Step> steps, Instant now) {
            return steps.stream().filter(step -> !step.at().isAfter(now)).reduce((earlier, later) -> later).stream()
                    .toList();
        }

        private static Instant later(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }
    }

    private record Step(Instant at, OrderState state) {}

    private class Ticking extends Clock {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
