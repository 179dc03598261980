package com.rebatesuite.inventory.reservation.kafka;

import static com.rebatesuite.inventory.Contract.JSON;
import static com.rebatesuite.inventory.Contract.example;
import static com.rebatesuite.inventory.commit.StockFixture.MUG;
import static com.rebatesuite.inventory.commit.StockFixture.TEA;
import static com.rebatesuite.inventory.commit.StockFixture.USER;
import static com.rebatesuite.inventory.commit.StockFixture.line;
import static com.rebatesuite.inventory.commit.StockFixture.order;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rebatesuite.inventory.commit.Books;
import com.rebatesuite.inventory.commit.BooksUnavailable;
import com.rebatesuite.inventory.commit.GroupCommit;
import com.rebatesuite.inventory.commit.InMemoryBooks;
import com.rebatesuite.inventory.commit.Outcome;
import com.rebatesuite.inventory.commit.StockCommand;
import com.rebatesuite.inventory.commit.StockFixture;
import com.rebatesuite.inventory.movement.Origin;
import com.rebatesuite.inventory.reservation.Status;
import com.rebatesuite.platform.messaging.EventRouter;
import com.rebatesuite.platform.messaging.MalformedEvent;
import com.rebatesuite.platform.telemetry.Traces;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.kafka.listener.BatchListenerFailedException;

/** Reads the examples of contracts/events, and gives a poll back from the right record on. */
class OrderEventsTest {

    private static final String ACTOR = "order-service";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final EventRouter router = OrderEvents.router(JSON, meters);
    private final List<GroupCommit> started = new ArrayList<>();
    private final GroupCommit commit = started(new InMemoryBooks());
    private final Consumer<List<byte[]>> onOrders = new OrderEvents().onOrders(commit, JSON, meters);

    @AfterEach
    void stop() throws InterruptedException {
        for (var one : started) {
            one.stop();
        }
    }

    @Test
    void readsWhatHappenedToAnOrder() {
        var asked = StockFixture.asked(line(TEA, 2), line(MUG, 1));
        var returned = new Origin(
                "return/019b76da-a800-7000-8000-000000000002", "return/019b76da-a800-7000-8000-000000000002", ACTOR);

        assertThat(command("order-placed.v1")).isEqualTo(new StockCommand.Hold(order(1), asked, ACTOR));
        assertThat(command("order-paid.v1")).isEqualTo(new StockCommand.Keep(order(1), asked, ACTOR));
        assertThat(command("order-shipped.v1")).isEqualTo(new StockCommand.Commit(order(1), ACTOR, true));
        assertThat(command("order-cancelled.v1")).isEqualTo(new StockCommand.Release(order(1), USER, ACTOR));
        assertThat(command("order-expired.v1")).isEqualTo(new StockCommand.Release(order(1), USER, ACTOR));
        assertThat(command("return-received.v1"))
                .isEqualTo(
                        new StockCommand.TakeBack(returned, order(1), List.of(StockFixture.demand(TEA, 1)), List.of()));
    }

    @Test
    void keepsDamagedGoodsApart() {
        var event = text("return-received.v1").replace("\"good\"", "\"damaged\"");

        assertThat(command(event.getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        StockCommand.TakeBack.class,
                        back -> assertThat(back.damaged()).containsExactly(StockFixture.demand(TEA, 1)));
    }

    @Test
    void skipsWhatIsNoneOfItsBusiness() {
        assertThat(router.read(example("order-delivered.v1"))).isEmpty();
    }

    @Test
    void saysWhatIsNoEventOfOurs() {
        var events = List.of(
                "{}",
                "nonsense",
                text("order-placed.v1").replace("\"quantity\": 2", "\"quantity\": 0"),
                text("order-placed.v1").replace("TEA-100", " "),
                text("order-placed.v1").replace("\"user_id\"", "\"somebody\""),
                text("order-paid.v1").replace("\"lines\"", "\"rows\""),
                text("order-shipped.v1").replace("\"order_id\"", "\"id\""));

        for (var event : events) {
            assertThatThrownBy(() -> command(event.getBytes(UTF_8))).as(event).isInstanceOf(MalformedEvent.class);
        }
    }

    @Test
    void decidesAWholePollInItsOrder() {
        receive();
        onOrders.accept(List.of(
                example("order-placed.v1"),
                example("order-paid.v1"),
                example("order-delivered.v1"),
                example("order-shipped.v1")));

        assertThat(status()).isEqualTo(Status.COMMITTED);
    }

    @Test
    void inv5_aTopicReadFromItsBeginningAgainChangesNothing() {
        receive();
        var poll = List.of(
                example("order-placed.v1"),
                example("order-paid.v1"),
                example("order-shipped.v1"),
                example("return-received.v1"));
        onOrders.accept(poll);
        onOrders.accept(poll);

        var adjusted = commit.decide(new StockCommand.Adjust(StockFixture.origin("look"), TEA, 1, null, true));
        assertThat(((Outcome.Booked) adjusted).movements().getFirst().after().onHand())
                .isEqualTo(10 - 2 + 1 + 1);
    }

    @Test
    void doesWhatStandsBeforeABadRecordAndNamesThat() {
        receive();
        assertThatThrownBy(() -> onOrders.accept(
                        List.of(example("order-placed.v1"), "bad".getBytes(UTF_8), example("order-shipped.v1"))))
                .isInstanceOfSatisfying(BatchListenerFailedException.class, failed -> {
                    assertThat(failed.getIndex()).isEqualTo(1);
                    assertThat(failed).hasCauseInstanceOf(MalformedEvent.class);
                });

        assertThat(status()).isEqualTo(Status.HELD);
    }

    @Test
    void namesTheOrderThatWasNeverPlaced() {
        assertThatThrownBy(() -> onOrders.accept(List.of(example("order-shipped.v1"))))
                .isInstanceOf(BatchListenerFailedException.class)
                .hasMessageContaining("has left but was never placed");
    }

    @Test
    void waitsForAStoreThatIsAway() {
        Books away = (touched, decide) -> {
            throw new BooksUnavailable("away", new IllegalStateException("gone"));
        };
        var consumer = new OrderEvents().onOrders(started(away), JSON, meters);

        assertThatThrownBy(() -> consumer.accept(List.of(example("order-delivered.v1"), example("order-placed.v1"))))
                .isInstanceOfSatisfying(BatchListenerFailedException.class, failed -> {
                    assertThat(failed.getIndex()).isEqualTo(1);
                    assertThat(failed).hasCauseInstanceOf(TransientDataAccessException.class);
                });
    }

    private void receive() {
        commit.decide(StockFixture.receive("opening", line(TEA, 10), line(MUG, 10)));
    }

    private Status status() {
        return ((Outcome.Reserved) commit.decide(StockFixture.expire(1)))
                .reservation()
                .status();
    }

    private StockCommand command(String type) {
        return command(example(type));
    }

    private StockCommand command(byte[] record) {
        return OrderEvents.command(router.read(record).orElseThrow());
    }

    private static String text(String type) {
        return new String(example(type), UTF_8);
    }

    private GroupCommit started(Books books) {
        var properties = StockFixture.settings(1_000, 500, Duration.ofSeconds(5));
        var one = new GroupCommit(books, Clock.systemUTC(), UUID::randomUUID, Traces.none(), properties, meters);
        one.start();
        started.add(one);
        return one;
    }
}
