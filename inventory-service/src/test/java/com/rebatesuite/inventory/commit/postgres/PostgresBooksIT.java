package com.rebatesuite.inventory.commit.postgres;

import static com.rebatesuite.inventory.commit.StockFixture.TEA;
import static com.rebatesuite.inventory.commit.StockFixture.line;
import static com.rebatesuite.inventory.commit.StockFixture.order;
import static com.rebatesuite.inventory.commit.StockFixture.receive;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rebatesuite.inventory.commit.Books;
import com.rebatesuite.inventory.commit.BooksContract;
import com.rebatesuite.inventory.commit.Entries;
import com.rebatesuite.inventory.level.Deltas;
import com.rebatesuite.inventory.level.StockLevel;
import com.rebatesuite.inventory.movement.Break;
import com.rebatesuite.inventory.movement.Verification;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.json.JsonMapper;

class PostgresBooksIT extends BooksContract {

    private final StockDatabase database = new StockDatabase();

    @Override
    protected Books books() {
        return database.books();
    }

    @AfterEach
    void close() throws InterruptedException {
        database.close();
    }

    @Test
    void inv8_aLevelThatIsNotTheSumOfItsJournalIsFound() {
        database.replica(Clock.systemUTC()).decide(receive("1", line(TEA, 10)));
        assertThat(database.journal().verify(null)).isEqualTo(new Verification(1, List.of()));

        database.jdbc.sql("update stock_level set on_hand = 11, held = 1").update();

        assertThat(database.journal().verify("TEA-100"))
                .isEqualTo(new Verification(1, List.of(new Break(TEA, new Deltas(11, 1, 0), new Deltas(10, 0, 0), 0))));
    }

    @Test
    void inv7_theStoreItselfRefusesALevelThatCannotBe() {
        write(books(), List.of(), movement("1", new StockLevel(TEA, 10, 0, 0, 1)));

        assertThatThrownBy(() ->
                        database.jdbc.sql("update stock_level set held = 11").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void theJournalIsNeverRewritten() {
        write(books(), List.of(), movement("1", new StockLevel(TEA, 10, 0, 0, 1)));

        assertThatThrownBy(() -> database.jdbc.sql("delete from movement").update())
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> database.jdbc
                        .sql("update movement set on_hand_delta = 1")
                        .update())
                .hasMessageContaining("append-only");
    }

    @Test
    void sweepsPastHoldsOnWhichSomebodyIsJustDeciding() {
        var past = Instant.parse("2026-01-05T10:00:00Z");
        var books = books();
        write(
                books,
                List.of(held(1, line(TEA, 1), past), held(2, line(TEA, 1), past)),
                movement("1", new StockLevel(TEA, 10, 2, 0, 1)));
        var reservations = new PostgresReservations(database.jdbc, JsonMapper.shared());
        var found = new ArrayList<UUID>();
        books.book(touched(Set.of(order(1)), Set.of(), Set.of()), loaded -> {
            // From another connection, as the sweeper of another replica would.
            found.addAll(CompletableFuture.supplyAsync(() -> reservations.runOut(past, 10))
                    .join());
            return Entries.NONE;
        });

        assertThat(found).containsExactly(order(2));
        assertThat(reservations.runOut(past, 10)).containsExactlyInAnyOrder(order(1), order(2));
        assertThat(reservations.runOut(past.minusMillis(1), 10)).isEmpty();
    }
}
