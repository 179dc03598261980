package com.rebatesuite.inventory.commit;

import static com.rebatesuite.inventory.commit.StockFixture.MUG;
import static com.rebatesuite.inventory.commit.StockFixture.TEA;
import static com.rebatesuite.inventory.commit.StockFixture.asked;
import static com.rebatesuite.inventory.commit.StockFixture.line;
import static com.rebatesuite.inventory.commit.StockFixture.order;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rebatesuite.inventory.level.Deltas;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.StockLevel;
import com.rebatesuite.inventory.movement.Movement;
import com.rebatesuite.inventory.movement.Origin;
import com.rebatesuite.inventory.movement.Reason;
import com.rebatesuite.inventory.reservation.Line;
import com.rebatesuite.inventory.reservation.Refusal;
import com.rebatesuite.inventory.reservation.Reservation;
import com.rebatesuite.inventory.reservation.Shortage;
import com.rebatesuite.platform.telemetry.Trace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is true of the books wherever they are kept. */
public abstract class BooksContract {

    private static final Instant NOW = Instant.parse("2026-01-05T10:15:30Z");

    /** Empty books. */
    protected abstract Books books();

    @Test
    void givesBackWhatWasWritten() {
        var books = books();
        var held = held(1, line(TEA, 3), NOW);
        var refused = reservation(2, line(MUG, 9)).refused(Refusal.outOfStock(List.of(new Shortage("MUG-1", 9, 0))));
        var movement = movement("receipt/1", new StockLevel(TEA, 10, 3, 1, 7));
        write(books, List.of(held, refused), movement);

        var loaded = load(books, Set.of(order(1), order(2), order(3)), Set.of(TEA, MUG), Set.of("receipt/1", "other"));

        assertThat(loaded.levels()).containsOnlyKeys(TEA).containsEntry(TEA, new StockLevel(TEA, 10, 3, 1, 7));
        assertThat(loaded.reservations())
                .containsEntry(order(1), held)
                .containsEntry(order(2), refused)
                .doesNotContainKey(order(3));
        assertThat(loaded.booked()).containsOnlyKeys("receipt/1").containsEntry("receipt/1", List.of(movement));
    }

    @Test
    void bringsTheLevelsOfAReservationWithIt() {
        var books = books();
        write(books, List.of(held(1, line(TEA, 3), NOW)), movement("c", new StockLevel(TEA, 10, 3, 0, 1)));

        assertThat(load(books, Set.of(order(1)), Set.of(), Set.of()).levels()).containsKey(TEA);
    }

    @Test
    void replacesWhatIsThere() {
        var books = books();
        var held = held(1, line(TEA, 3), NOW);
        write(books, List.of(held), movement("c1", new StockLevel(TEA, 10, 3, 0, 1)));
        write(books, List.of(held.until(null)), movement("c2", new StockLevel(TEA, 7, 0, 0, 2)));

        var loaded = load(books, Set.of(order(1)), Set.of(), Set.of());
        assertThat(loaded.reservations()).containsEntry(order(1), held.until(null));
        assertThat(loaded.levels()).containsEntry(TEA, new StockLevel(TEA, 7, 0, 0, 2));
    }

    @Test
    void writesNothingWhenTheDecisionFails() {
        var books = books();
        assertThatThrownBy(() -> books.book(touched(Set.of(), Set.of(TEA), Set.of()), loaded -> {
                    throw new IllegalArgumentException("no");
                }))
                .hasMessage("no");

        assertThat(load(books, Set.of(), Set.of(TEA), Set.of()).levels()).isEmpty();
    }

    @Test
    void findsHoldsThatHaveRunOut() {
        var books = books();
        write(
                books,
                List.of(
                        held(1, line(TEA, 1), NOW),
                        held(2, line(TEA, 1), NOW.plusMillis(1)),
                        held(3, line(MUG, 1), NOW),
                        held(4, line(TEA, 1), null),
                        held(5, line(TEA, 1), NOW).expired()),
                movement("c", new StockLevel(TEA, 10, 3, 0, 1)));

        var found = new AtomicReference<List<UUID>>(List.of());
        books.book(touched(Set.of(), Set.of(TEA), Set.of()), loaded -> {
            found.set(loaded.others().runOut(Set.of("TEA-100"), NOW, 10));
            return Entries.NONE;
        });

        assertThat(found.get()).containsExactly(order(1));
    }

    /** Writers that start from nothing, and from each other's results: none is lost. */
    @Test
    void keepsEverythingThatWritersAtTheSameTimeWrite() throws Exception {
        var books = books();
        var writers = IntStream.range(0, 40)
                .<Callable<Void>>mapToObj(number -> () -> {
                    add(books, number);
                    return null;
                })
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var done : threads.invokeAll(writers)) {
                done.get();
            }
        }

        assertThat(load(books, Set.of(), Set.of(TEA), Set.of()).levels())
                .containsEntry(TEA, new StockLevel(TEA, 40, 0, 0, 40));
    }

    private static void add(Books books, int number) {
        while (true) {
            try {
                books.book(touched(Set.of(), Set.of(TEA), Set.of()), loaded -> {
                    var level = loaded.levels().getOrDefault(TEA, StockLevel.none(TEA));
                    return entries(List.of(), movement("add/" + number, level.moved(Deltas.received(1))));
                });
                return;
            } catch (BooksConflict again) {
                Thread.onSpinWait();
            }
        }
    }

    protected static Reservation held(long order, Line line, @Nullable Instant until) {
        return reservation(order, line).held(List.of(line), List.of(), NOW, until);
    }

    protected static Reservation reservation(long order, Line... lines) {
        return Reservation.undecided(order(order), asked(lines));
    }

    protected static Movement movement(String cause, StockLevel after) {
        return new Movement(
                UUID.randomUUID(),
                Reason.RECEIPT,
                new Origin(cause, "r", "a", "as counted"),
                Deltas.received(1),
                after,
                NOW);
    }

    protected static void write(Books books, List<Reservation> reservations, Movement movement) {
        var orders = new TreeSet<UUID>();
        reservations.forEach(reservation -> orders.add(reservation.orderId()));
        books.book(
                touched(orders, Set.of(movement.key()), Set.of(movement.origin().cause())),
                loaded -> entries(reservations, movement));
    }

    private static Loaded load(Books books, Set<UUID> orders, Set<LevelKey> levels, Set<String> causes) {
        var found = new ArrayList<Loaded>();
        books.book(touched(orders, levels, causes), loaded -> {
            found.add(loaded);
            return Entries.NONE;
        });
        return found.getFirst();
    }

    private static Entries entries(List<Reservation> reservations, Movement movement) {
        return new Entries(
                List.of(movement.after()),
                List.of(),
                reservations,
                List.of(new Effect(List.of(movement), List.of(), null, Trace.NONE)));
    }

    protected static Touched touched(Set<UUID> orders, Set<LevelKey> levels, Set<String> causes) {
        var skus = levels.stream().map(LevelKey::sku).collect(toCollection(TreeSet::new));
        return new Touched(new TreeSet<>(), new TreeSet<>(orders), skus, new TreeSet<>(causes), NOW);
    }
}
