package com.rebatesuite.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rebatesuite.deploy.backends.Backends;
import com.rebatesuite.platform.telemetry.Traces;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** Relays over a real table and a broker that a test lets fail as it likes. */
class OutboxRelayIT {

    private static final Instant TIME = Instant.parse("2026-01-05T10:15:30Z");

    private final List<OutboxRow> log = Collections.synchronizedList(new ArrayList<>());
    private final JsonMapper mapper = JsonMapper.builder().build();
    private final HikariDataSource dataSource = new HikariDataSource();
    private final JdbcClient jdbc = JdbcClient.create(dataSource);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    private final AtomicInteger ids = new AtomicInteger();
    private final Outbox outbox = new PostgresOutbox(
            new JdbcTemplate(dataSource),
            mapper,
            () -> new java.util.UUID(0, ids.incrementAndGet()),
            "/test",
            Traces.none(),
            DataSize.ofKilobytes(900));

    @BeforeEach
    void anEmptyTable() {
        dataSource.setJdbcUrl(Backends.postgres().jdbcUrl("outbox_relay"));
        dataSource.setUsername("postgres");
        dataSource.setPassword("postgres");
        dataSource.setMaximumPoolSize(20);
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/platform")
                .load()
                .migrate();
        jdbc.sql("truncate outbox").update();
    }

    @AfterEach
    void close() {
        dataSource.close();
    }

    @Test
    void inv15_sendsAgainWhatWasSentButNotDeletedWhenTheRelayWasKilled() {
        write("a", 1, 20);
        var killed = relay(rows -> {
            log.addAll(rows);
            killOwnConnection();
            return idsOf(rows);
        });

        assertThatThrownBy(killed::turn).isInstanceOf(RuntimeException.class);
        assertThat(waiting()).isEqualTo(20);
        relay(this::sendAll).turn();

        assertThat(waiting()).isZero();
        assertThat(log).hasSize(40);
        assertThat(firstAppearances())
                .isEqualTo(Map.of("a", LongStream.rangeClosed(1, 20).boxed().toList()));
    }

    @Test
    void deletesOnlyWhatIsAcknowledged() {
        write("a", 1, 10);
        var halfway = relay(rows -> {
            log.addAll(rows.subList(0, 4));
            return idsOf(rows.subList(0, 4));
        });

        assertThat(halfway.turn()).isEqualTo(OutboxRelay.Turn.FAILED);
        assertThat(waiting()).isEqualTo(6);

        assertThat(relay(this::sendAll).turn()).isEqualTo(OutboxRelay.Turn.PROGRESS);
        assertThat(firstAppearances())
                .isEqualTo(Map.of("a", LongStream.rangeClosed(1, 10).boxed().toList()));
        assertThat(log).hasSize(10);
    }

    /** Ids are drawn before the commit, so a smaller one may show up after a larger one was relayed. */
    @Test
    void keepsARowWhoseTransactionCommitsAfterALaterIdWasSent() throws Exception {
        var relay = relay(this::sendAll);
        var drawn = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = threads.submit(() -> transaction.executeWithoutResult(status -> {
                outbox.write(List.of(message("a", 1)));
                drawn.countDown();
                await(goOn);
            }));
            await(drawn);
            write("a", 2, 2);
            relay.turn();
            assertThat(log).hasSize(1);
            goOn.countDown();
            slow.get();
        }

        relay.turn();

        assertThat(log).hasSize(2);
        assertThat(waiting()).isZero();
    }

    @Test
    void leavesABucketToTheRelayThatHasIt() throws Exception {
        write("a", 1, 5);
        var inside = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var slow = relay(rows -> {
            inside.countDown();
            await(goOn);
            return sendAll(rows);
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var turn = threads.submit(slow::turn);
            try {
                await(inside);

                assertThat(relay(this::sendAll).turn()).isEqualTo(OutboxRelay.Turn.IDLE);
                assertThat(log).isEmpty();
            } finally {
                goOn.countDown();
            }
            assertThat(turn.get()).isEqualTo(OutboxRelay.Turn.PROGRESS);
        }
        assertThat(log).hasSize(5);
    }

    static Stream<Long> seeds() {
        return LongStream.rangeClosed(1, 12).boxed();
    }

    /**
     * Writers, and two relays whose sends fail half-way, whose connections die and who are slow at the wrong moment: every
     * event arrives, and of each key no later one appears before the first appearance of an earlier one.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void inv15_losesAndReordersNothingWithTwoRelaysAndAllThatCanFail(long seed) throws Exception {
        var random = new SplittableRandom(seed);
        var writers = 4;
        var perKey = 60;
        var relays = List.of(relay(failing(random.split())), relay(failing(random.split())));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing = new ArrayList<java.util.concurrent.Future<?>>();
            for (int writer = 0; writer < writers; writer++) {
                var own = random.split();
                var key = "key-" + writer;
                writing.add(threads.submit(() -> writeInPieces(own, key, perKey)));
            }
            var relaying = relays.stream()
                    .map(relay -> threads.submit(() ->
                            turnUntil(relay, () -> writing.stream().allMatch(java.util.concurrent.Future::isDone))))
                    .toList();
            for (var done : writing) {
                done.get();
            }
            for (var done : relaying) {
                done.get();
            }
        }
        relay(this::sendAll).turn();

        assertThat(waiting()).isZero();
        var all = new LinkedHashMap<String, List<Long>>();
        for (int writer = 0; writer < writers; writer++) {
            all.put("key-" + writer, LongStream.rangeClosed(1, perKey).boxed().toList());
        }
        assertThat(firstAppearances()).isEqualTo(all);
    }

    /** One writer per key, as with a locked aggregate: some transactions roll back and are then done again. */
    private void writeInPieces(SplittableRandom random, String key, int count) {
        int next = 1;
        while (next <= count) {
            var last = Math.min(count, next + random.nextInt(5));
            var rollBack = random.nextInt(4) == 0;
            int from = next;
            transaction.executeWithoutResult(status -> {
                outbox.write(LongStream.rangeClosed(from, last)
                        .mapToObj(number -> message(key, number))
                        .toList());
                if (rollBack) {
                    status.setRollbackOnly();
                }
            });
            next = rollBack ? next : last + 1;
        }
    }

    private static void turnUntil(OutboxRelay relay, java.util.function.BooleanSupplier done) {
        int idle = 0;
        while (!done.getAsBoolean() || idle < 3) {
            try {
                idle = relay.turn() == OutboxRelay.Turn.IDLE ? idle + 1 : 0;
            } catch (RuntimeException killed) {
                // As the loop does: what was not deleted is still there.
                idle = 0;
            }
        }
    }

    /** Keeps the promise of {@link EventSender} (of a key only a prefix gets through) and fails in every other way. */
    private EventSender failing(SplittableRandom random) {
        return rows -> {
            var reached = rows.subList(0, random.nextInt(4) == 0 ? random.nextInt(rows.size() + 1) : rows.size());
            log.addAll(reached);
            return switch (random.nextInt(8)) {
                case 0 -> {
                    killOwnConnection();
                    yield idsOf(reached);
                }
                case 1 -> throw new IllegalStateException("killed after the send");
                // Some acknowledgements are lost on the way.
                case 2 -> idsOf(reached.subList(0, random.nextInt(reached.size() + 1)));
                default -> idsOf(reached);
            };
        };
    }

    private OutboxRelay relay(EventSender sender) {
        var properties = new OutboxProperties(
                true,
                Duration.ofSeconds(1),
                25,
                Duration.ofSeconds(1),
                Duration.ofMillis(10),
                DataSize.ofKilobytes(900));
        return new OutboxRelay(
                new OutboxTable(jdbc, mapper),
                sender,
                transaction,
                new OutboxSignal(dataSource),
                new OutboxMetrics(new SimpleMeterRegistry()),
                properties);
    }

    private Set<Long> sendAll(List<OutboxRow> rows) {
        log.addAll(rows);
        return idsOf(rows);
    }

    private static Set<Long> idsOf(List<OutboxRow> rows) {
        var ids = new HashSet<Long>();
        rows.forEach(row -> ids.add(row.id()));
        return ids;
    }

    /** What a killed process looks like to the database: the connection of this thread's transaction is gone. */
    private void killOwnConnection() {
        var pid = jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
        try (var other = dataSource.getConnection();
                var kill = other.prepareStatement("select pg_terminate_backend(?)")) {
            kill.setInt(1, pid);
            kill.execute();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void write(String key, int from, int to) {
        transaction.executeWithoutResult(status -> outbox.write(LongStream.rangeClosed(from, to)
                .mapToObj(number -> message(key, number))
                .toList()));
    }

    private static OutboxMessage message(String key, long number) {
        return new OutboxMessage("topic", key, "thing-happened.v1", "s", TIME, Map.of("number", number));
    }

    private Map<String, List<Long>> firstAppearances() {
        var seen = new LinkedHashMap<String, LinkedHashSet<Long>>();
        log.forEach(row -> seen.computeIfAbsent(row.key(), key -> new LinkedHashSet<>())
                .add(mapper.readTree(row.payload()).at("/data/number").longValue()));
        var lists = new LinkedHashMap<String, List<Long>>();
        seen.forEach((key, numbers) -> lists.put(key, List.copyOf(numbers)));
        return lists;
    }

    private long waiting() {
        return jdbc.sql("select count(*) from outbox").query(Long.class).single();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
