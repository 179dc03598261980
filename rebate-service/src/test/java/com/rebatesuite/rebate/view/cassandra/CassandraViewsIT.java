package com.rebatesuite.rebate.view.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.rebate.Contracts;
import com.rebatesuite.rebate.store.TestStore;
import com.rebatesuite.rebate.view.BalanceView;
import com.rebatesuite.rebate.view.BookedEntry;
import com.rebatesuite.rebate.view.CauseView;
import com.rebatesuite.rebate.view.EntryView;
import com.rebatesuite.rebate.view.InMemoryViews;
import com.rebatesuite.rebate.view.LineView;
import com.rebatesuite.rebate.view.MoneyView;
import com.rebatesuite.rebate.view.OrderView;
import com.rebatesuite.rebate.view.Recorded;
import com.rebatesuite.rebate.view.StepView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against a real Cassandra, compared with a fold over everything that was written. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class CassandraViewsIT {

    private static final Instant START = Instant.parse("2026-01-05T10:15:30Z");

    private CassandraViews views;

    @BeforeAll
    void connect() {
        views = new CassandraViews(TestStore.connected(), Contracts.MAPPER);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 12);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void inv2_endsInTheSameRowsHoweverWritesAreShuffledRepeatedAndLate(long seed) {
        var random = new Random(seed);
        var user = "user-" + UUID.randomUUID();
        var history = history(user, 1 + random.nextInt(30));
        var expected = new InMemoryViews();
        expected.write(history);

        var deliveries = new ArrayList<>(history);
        deliveries.addAll(history.subList(0, random.nextInt(history.size() + 1)));
        Collections.shuffle(deliveries, random);
        for (int from = 0; from < deliveries.size(); ) {
            int to = Math.min(deliveries.size(), from + 1 + random.nextInt(7));
            views.write(deliveries.subList(from, to));
            from = to;
        }

        assertThat(views.account(user)).isEqualTo(expected.account(user));
        assertThat(views.entries(user, Long.MAX_VALUE, 1_000)).isEqualTo(expected.entries(user, Long.MAX_VALUE, 1_000));
        var orders = history.stream()
                .map(decision -> decision.order().orderId())
                .distinct()
                .toList();
        assertThat(orders).allSatisfy(order -> assertThat(views.explain(order)).isEqualTo(expected.explain(order)));
        assertThat(views.orders(orders)).isEqualTo(expected.orders(orders));
    }

    @Test
    void knowsNothingOfWhomItHasNotHeard() {
        var nobody = "nobody-" + UUID.randomUUID();

        assertThat(views.account(nobody).version()).isZero();
        assertThat(views.entries(nobody, Long.MAX_VALUE, 10)).isEmpty();
        assertThat(views.explain(nobody)).isEmpty();
        assertThat(views.orders(List.of(nobody))).isEmpty();
    }

    @Test
    void pagesThroughEntriesAcrossTheirPartitions() {
        var user = "user-" + UUID.randomUUID();
        var order = UUID.randomUUID().toString();
        long first = Writes.CHUNK - 5;
        views.write(List.of(
                decision(user, order, 1, first, 3),
                decision(user, order, 2, first + 3, 3),
                decision(user, order, 3, first + 6, 3)));

        var page = views.entries(user, Long.MAX_VALUE, 4);
        var next = views.entries(user, page.getLast().entry().sequence(), 4);

        assertThat(sequences(page)).containsExactly(first + 8, first + 7, first + 6, first + 5);
        assertThat(sequences(next)).containsExactly(first + 4, first + 3, first + 2, first + 1);
    }

    @Test
    void keepsADecisionAboutThousandsOfLines() {
        var user = "user-" + UUID.randomUUID();
        var order = UUID.randomUUID().toString();

        views.write(List.of(decision(user, order, 1, 1, 1_114)));

        assertThat(views.explain(order)).hasValueSatisfying(explained -> {
            assertThat(explained.entries()).hasSize(1_114);
            assertThat(explained.order().lines()).hasSize(1_114);
        });
    }

    private static List<Long> sequences(List<BookedEntry> entries) {
        return entries.stream().map(booked -> booked.entry().sequence()).toList();
    }

    private static List<Recorded> history(String user, int decisions) {
        var orders = List.of(
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString());
        var history = new ArrayList<Recorded>();
        long entry = 1;
        for (int version = 1; version <= decisions; version++) {
            int entries = 1 + version % 3;
            history.add(decision(user, orders.get(version % orders.size()), version, entry, entries));
            entry += entries;
        }
        return history;
    }

    private static Recorded decision(String user, String order, long version, long firstEntry, int entries) {
        var currency = version % 4 == 0 ? "EUR" : "GBP";
        var lines = IntStream.rangeClosed(1, entries)
                .mapToObj(line -> line(line, currency, version))
                .toList();
        return new Recorded(
                user,
                version,
                START.plusSeconds(version),
                new CauseView("/order-service", "event-" + version, "order-paid.v1"),
                IntStream.range(0, entries)
                        .mapToObj(index -> entry(order, firstEntry + index, index + 1, currency))
                        .toList(),
                new BalanceView(currency, version, 2, 3, 4, 5, version + 14, version + 20, 6),
                new OrderView(order, user, version, START.plusSeconds(version), "state-" + version, "partner", lines));
    }

    private static LineView line(int line, String currency, long version) {
        var amount = new MoneyView(currency, version);
        return new LineView(
                line,
                "SKU",
                3,
                1,
                amount,
                amount,
                amount,
                "estimated",
                line % 2 == 0 ? "rule" : null,
                line % 2 == 0 ? 1 : null,
                line % 2 == 0 ? 300 : null,
                List.of(new StepView("rate", "some words", version)));
    }

    private static EntryView entry(String order, long sequence, int line, String currency) {
        return new EntryView(
                sequence,
                "earned",
                order,
                line,
                "house",
                "estimated",
                new MoneyView(currency, sequence),
                line % 2 == 0 ? "rule" : null,
                line % 2 == 0 ? 1 : null,
                line % 3 == 0 ? List.of() : List.of(new StepView("rate", "some words", sequence)),
                "0".repeat(64),
                "%064x".formatted(sequence));
    }
}
