package com.rebatesuite.rebate.view.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.rebatesuite.rebate.Contracts;
import com.rebatesuite.rebate.store.TestStore;
import com.rebatesuite.rebate.view.BalanceView;
import com.rebatesuite.rebate.view.BookedEntry;
import com.rebatesuite.rebate.view.Histories;
import com.rebatesuite.rebate.view.InMemoryViews;
import com.rebatesuite.rebate.view.Owned;
import com.rebatesuite.rebate.view.Recorded;
import com.rebatesuite.rebate.view.TooManyEntries;
import com.rebatesuite.rebate.view.Views;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against a real Cassandra, compared with a fold over everything that was written. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class CassandraViewsIT {

    private static final long ALL = Long.MAX_VALUE;

    private Tables tables;
    private CassandraViews views;

    @BeforeAll
    void connect() {
        tables = new Tables(TestStore.connected(), Contracts.MAPPER);
        views = new CassandraViews(tables, Contracts.MAPPER);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 12);
    }

    /** As from several nodes and several writers: stale, reordered and repeated writes, every table. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void inv2_endsInTheSameRowsHoweverWritesAreShuffledRepeatedAndLate(long seed) {
        var random = new Random(seed);
        var user = "user-" + UUID.randomUUID();
        var history = Histories.of(random, user, 1 + random.nextInt(40));
        var expected = new InMemoryViews();
        expected.write(history);

        deliver(shuffled(history, random), random);

        assertThat(views.account(user)).isEqualTo(expected.account(user));
        assertThat(views.account(user).balances()).isEqualTo(fold(views.entriesOf(user, 1, 1_000)));
        for (var question : questions(user, history, random)) {
            assertThat(question.apply(views)).isEqualTo(question.apply(expected));
        }
    }

    /** Of every kind of question some. */
    private static List<Function<Views, Object>> questions(String user, List<Recorded> history, Random random) {
        var questions = new ArrayList<Function<Views, Object>>(List.of(
                views -> views.entries(user, ALL, 1_000),
                views -> views.changesAfter(user, history.size() / 2, 7),
                views -> views.payoutMethod(user),
                views -> views.frozen(user),
                views -> views.withdrawals(user, null, 100),
                views -> views.adjustments(user, null, 100),
                views -> views.claims(user, null, 100),
                views -> views.orders(orders(history))));
        orders(history).forEach(order -> questions.add(views -> views.explain(order)));
        for (var decision : history) {
            var at = decision.recordedAt();
            var until = at.plus(Duration.ofDays(random.nextInt(60)));
            questions.add(views -> views.accountAt(user, at));
            questions.add(views -> views.accountAt(user, at.minusMillis(1)));
            questions.add(views -> views.statement(user, at, until, 1_000));
            questions.add(views -> views.entriesBetween(user, at, until, ALL, 1_000));
            questions.add(views -> views.entriesBetween(user, at.minusMillis(1), until, 9, 3));
            ids(decision).forEach(id -> {
                questions.add(views -> views.withdrawal(id));
                questions.add(views -> views.adjustment(id));
                questions.add(views -> views.claim(id));
            });
        }
        for (int which = 0; which < 4; which++) {
            var day = Histories.START.plus(Duration.ofDays(which));
            questions.add(views -> ofUser(views.withdrawalsOfDay(day(day), null, 10_000), user));
            questions.add(views -> ofUser(views.adjustmentsOfDay(day(day), null, 10_000), user));
            questions.add(views -> ofUser(views.claimsOfDay(day(day), null, 10_000), user));
        }
        history.stream()
                .flatMap(decision -> Stream.ofNullable(decision.withdrawal()))
                .flatMap(withdrawal -> Stream.ofNullable(withdrawal.batchId()))
                .forEach(batch -> questions.add(views -> views.withdrawalsOfBatch(batch, null, 10)));
        return questions;
    }

    @Test
    void inv1_sumsADayExactlyHoweverOftenItIsWritten() {
        var random = new Random(5);
        var day = LocalDate.of(2031, 1, 1 + random.nextInt(28)).plusDays(Math.floorMod(System.nanoTime(), 300_000));
        var expected = new InMemoryViews();
        for (int who = 0; who < 40; who++) {
            var history = on(day, Histories.of(random, "user-" + UUID.randomUUID(), 10));
            expected.write(history);
            deliver(shuffled(history, random), random);
        }

        assertThat(views.movementsOfDay(day)).isNotEmpty().isEqualTo(expected.movementsOfDay(day));
        assertThat(views.movementsOfDay(day.plusDays(1))).isEmpty();
    }

    @Test
    void knowsNothingOfWhomItHasNotHeard() {
        var nobody = "nobody-" + UUID.randomUUID();

        for (var question : questions(nobody, List.of(), new Random(1))) {
            assertThat(question.apply(views)).isEqualTo(question.apply(new InMemoryViews()));
        }
        assertThat(views.explain(nobody)).isEmpty();
        assertThat(views.accountAt(nobody, Histories.START).version()).isZero();
        assertThat(views.statement(nobody, Histories.START, Histories.START, 10).entries())
                .isEmpty();
    }

    @Test
    void pagesThroughEntriesAcrossTheirPartitions() {
        var user = "user-" + UUID.randomUUID();
        long first = Chunks.SIZE - 5;
        views.write(List.of(
                Histories.entriesOnly(user, null, 1, first, 3),
                Histories.entriesOnly(user, null, 2, first + 3, 3),
                Histories.entriesOnly(user, null, 3, first + 6, 3)));

        var page = views.entries(user, ALL, 4);
        var next = views.entries(user, page.getLast().entry().sequence(), 4);

        assertThat(sequences(page)).containsExactly(first + 8, first + 7, first + 6, first + 5);
        assertThat(sequences(next)).containsExactly(first + 4, first + 3, first + 2, first + 1);
        assertThat(sequences(views.entriesOf(user, first + 4, first + 7)))
                .containsExactly(first + 4, first + 5, first + 6, first + 7);
    }

    @Test
    void findsWhatWasAcrossThePartitionsOfHistory() {
        var user = "user-" + UUID.randomUUID();
        views.write(List.of(
                Histories.entriesOnly(user, null, Chunks.SIZE - 1, 1, 1),
                Histories.entriesOnly(user, null, Chunks.SIZE, 2, 1),
                Histories.entriesOnly(user, null, Chunks.SIZE + 1, 3, 1)));

        assertThat(views.accountAt(user, Histories.START.plusSeconds(Chunks.SIZE))
                        .version())
                .isEqualTo(Chunks.SIZE);
        assertThat(views.changesAfter(user, Chunks.SIZE - 1, 10)).hasSize(2);
    }

    @Test
    void keepsADecisionAboutThousandsOfLines() {
        var user = "user-" + UUID.randomUUID();
        var order = UUID.randomUUID().toString();

        views.write(List.of(Histories.entriesOnly(user, order, 1, 1, 1_114)));

        assertThat(views.explain(order)).hasValueSatisfying(explained -> {
            assertThat(explained.entries()).hasSize(1_114);
            assertThat(explained.order().lines()).hasSize(1_114);
        });
        assertThatExceptionOfType(TooManyEntries.class)
                .isThrownBy(() -> views.statement(user, Histories.START, Histories.START.plusSeconds(9), 1_113));
    }

    /** A generation that is written is not seen before it is served. */
    @Test
    void servesOneGenerationWhileAnotherIsWritten() {
        var user = "user-" + UUID.randomUUID();
        TestStore.connected().makeTables(7);
        views.write(List.of(Histories.entriesOnly(user, null, 1, 1, 1)));

        tables.write(7, List.of(Histories.entriesOnly(user, null, 2, 2, 1)));
        assertThat(views.account(user).version()).isEqualTo(1);
        tables.serve(7);
        try {
            assertThat(views.account(user).version()).isEqualTo(2);
            assertThat(views.accountAt(user, Histories.START.plusSeconds(1)).version())
                    .isZero();
        } finally {
            tables.serve(1);
            TestStore.connected().dropTables(7);
        }
        assertThat(views.account(user).version()).isEqualTo(1);
    }

    private static List<Recorded> shuffled(List<Recorded> history, Random random) {
        var deliveries = new ArrayList<>(history);
        deliveries.addAll(history.subList(0, random.nextInt(history.size() + 1)));
        Collections.shuffle(deliveries, random);
        return deliveries;
    }

    private void deliver(List<Recorded> deliveries, Random random) {
        for (int from = 0; from < deliveries.size(); ) {
            int to = Math.min(deliveries.size(), from + 1 + random.nextInt(7));
            views.write(deliveries.subList(from, to));
            from = to;
        }
    }

    /** Balances from scratch: no code of the service. */
    private static List<BalanceView> fold(List<BookedEntry> entries) {
        return entries.stream()
                .map(booked -> booked.entry().amount().currency())
                .distinct()
                .sorted()
                .map(currency -> {
                    Function<String, Long> in = bucket -> sum(entries, currency, bucket, true, true);
                    return new BalanceView(
                            currency,
                            in.apply("estimated"),
                            in.apply("confirmed"),
                            in.apply("available"),
                            in.apply("reserved"),
                            in.apply("paid"),
                            in.apply("owed"),
                            -in.apply("house") - in.apply("owed"),
                            -sum(entries, currency, "house", false, true),
                            sum(entries, currency, "house", true, false));
                })
                .toList();
    }

    private static long sum(List<BookedEntry> entries, String currency, String bucket, boolean in, boolean out) {
        return entries.stream()
                .map(BookedEntry::entry)
                .filter(entry -> entry.amount().currency().equals(currency))
                .mapToLong(entry -> (in && entry.to().equals(bucket)
                                ? entry.amount().minor()
                                : 0)
                        - (out && entry.from().equals(bucket) ? entry.amount().minor() : 0))
                .sum();
    }

    private static List<Recorded> on(LocalDate day, List<Recorded> history) {
        return history.stream()
                .map(decision -> new Recorded(
                        decision.userId(),
                        decision.version(),
                        day.atStartOfDay().toInstant(ZoneOffset.UTC).plusMillis(decision.version()),
                        decision.cause(),
                        decision.entries(),
                        decision.balances(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null))
                .toList();
    }

    private static List<String> orders(List<Recorded> history) {
        return history.stream()
                .flatMap(decision -> Stream.ofNullable(decision.order()))
                .map(order -> order.orderId())
                .distinct()
                .toList();
    }

    private static Stream<String> ids(Recorded decision) {
        return Stream.of(
                        decision.withdrawal() == null
                                ? null
                                : decision.withdrawal().withdrawalId(),
                        decision.adjustment() == null
                                ? null
                                : decision.adjustment().adjustmentId(),
                        decision.claim() == null ? null : decision.claim().claimId())
                .filter(Objects::nonNull);
    }

    private static <T> List<Owned<T>> ofUser(List<Owned<T>> owned, String user) {
        return owned.stream().filter(one -> one.userId().equals(user)).toList();
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    private static List<Long> sequences(List<BookedEntry> entries) {
        return entries.stream().map(booked -> booked.entry().sequence()).toList();
    }
}
