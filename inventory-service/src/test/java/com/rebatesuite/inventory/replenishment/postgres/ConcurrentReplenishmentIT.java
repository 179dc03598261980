package com.rebatesuite.inventory.replenishment.postgres;

import static com.rebatesuite.inventory.replenishment.ReplenishmentFixture.forecast;
import static com.rebatesuite.inventory.replenishment.ReplenishmentFixture.order;
import static com.rebatesuite.inventory.replenishment.ReplenishmentFixture.proposed;
import static com.rebatesuite.inventory.replenishment.ReplenishmentFixture.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rebatesuite.deploy.backends.Backends;
import com.rebatesuite.inventory.commit.GroupCommit;
import com.rebatesuite.inventory.commit.StockCommand;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.movement.Origin;
import com.rebatesuite.inventory.replenishment.BookReceipts;
import com.rebatesuite.inventory.replenishment.ChangeReplenishment;
import com.rebatesuite.inventory.replenishment.EvaluateRules;
import com.rebatesuite.inventory.replenishment.Forecast;
import com.rebatesuite.inventory.replenishment.Forecasts;
import com.rebatesuite.inventory.replenishment.Grounds;
import com.rebatesuite.inventory.replenishment.Mode;
import com.rebatesuite.inventory.replenishment.NoteReceipts;
import com.rebatesuite.inventory.replenishment.Receipts;
import com.rebatesuite.inventory.replenishment.Replenishment;
import com.rebatesuite.inventory.replenishment.Replenishments;
import com.rebatesuite.inventory.replenishment.Rule;
import com.rebatesuite.inventory.replenishment.Rules;
import com.rebatesuite.inventory.replenishment.Situation;
import com.rebatesuite.inventory.replenishment.Situations;
import com.rebatesuite.inventory.replenishment.Status;
import com.rebatesuite.inventory.replenishment.Step;
import com.rebatesuite.inventory.reservation.Line;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two replicas on one database, asked by many threads at once, and killed before a commit now and then. */
class ConcurrentReplenishmentIT {

    private static final int THREADS = 8;
    private static final LevelKey TEA = LevelKey.main("TEA-100");
    private static final LevelKey NORTH = new LevelKey("TEA-100", "north");
    private static final LevelKey MUG = LevelKey.main("MUG-1");

    private final HikariDataSource dataSource = migrated(pool());
    private final JdbcClient jdbc = JdbcClient.create(dataSource);
    private final Told told = new Told(jdbc, 1);
    private final Replica one = new Replica(dataSource, told);
    private final Replica other = new Replica(dataSource, told);

    @AfterEach
    void close() {
        one.close();
        other.close();
        dataSource.close();
    }

    /**
     * Evaluated, approved in another quantity, ordered and cancelled at the same moments, with kills. Nothing comes in, so
     * all that is asked for never exceeds what the rules allow, also when a proposal is ordered while another is looked for.
     * Either the lock or the key is enough for these seeds; each has its own test below.
     */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void inv5_aShortageIsOrderedOnce(long seed) throws Exception {
        create(rule("tea", TEA, Mode.TO_APPROVE, 20, 100, 12));
        create(rule("tea-too", TEA, Mode.AUTOMATIC, 60, 120, 1));
        create(rule("north", NORTH, Mode.AUTOMATIC, 20, 100, 7));
        create(rule("mug", MUG, Mode.TO_APPROVE, 1, 5, 1));
        told.killOneIn(7);

        inThreads(60, (replica, random) -> anything(replica, random), seed);
        told.killOneIn(0);
        one.get(EvaluateRules.class).evaluateAfter("", 100);

        assertThat(number("""
                        select count(*) from (select from replenishment where status in ('proposed', 'approved')
                            group by sku, location, rule_id having count(*) > 1) as twice""")).isZero();
        assertThat(asked(TEA)).isBetween(1L, 120L);
        assertThat(asked(NORTH)).isBetween(1L, 106L);
        assertThat(asked(MUG)).isBetween(1L, 5L);
        assertEveryStepIsToldOnce();
    }

    /** What is ordered has left the key below, so nobody looks before the other has proposed. Seen red without the lock. */
    @Test
    void whoeverLooksWaitsForWhoeverHasLooked() throws Exception {
        create(rule("tea", TEA, Mode.AUTOMATIC, 20, 100, 12));
        var together = new TransactionTemplate(one.get(JdbcTransactionManager.class));
        try (var pool = Executors.newSingleThreadExecutor()) {
            together.executeWithoutResult(status -> {
                assertThat(one.get(Situations.class).locked(List.of(TEA))).hasSize(1);
                var evaluated = pool.submit(() -> other.get(EvaluateRules.class).evaluate(List.of(TEA)));
                await().atMost(Duration.ofSeconds(30)).until(() -> evaluated.isDone() || somebodyWaits());
                assertThat(evaluated.isDone()).as("looked meanwhile").isFalse();
            });
        }
        assertThat(number("select count(*) from replenishment")).isEqualTo(1);
    }

    /** The key alone, whatever anybody has looked at before. */
    @Test
    void aRuleHasOneOpenProposalHoweverManyAreAddedAtOnce() throws Exception {
        var added = inThreads(
                20,
                (replica, random) -> replica.get(Replenishments.class).add(List.of(proposal("tea"), proposal("mug"))),
                1);

        assertThat(added.stream().mapToInt(List::size).sum()).isEqualTo(2);
        assertThat(number("select count(*) from replenishment")).isEqualTo(2);
    }

    /**
     * Receipts are noted and booked at both replicas, which are killed before they mark them; sweepers of both finish them
     * at once.
     */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void inv5_goodsThatHaveComeAreInTheStockOnce(long seed) throws Exception {
        var id = ordered(1_000);
        told.killOneIn(2);
        inThreads(12, (replica, random) -> receive(replica, random, id), seed);
        assertThat(number("select count(*) from replenishment_receipt where booked_at is null"))
                .as("killed between stock and mark")
                .isPositive();
        told.killOneIn(3);
        inThreads(3, (replica, random) -> finish(replica), seed);
        told.killOneIn(0);
        inThreads(1, (replica, random) -> finish(replica), seed);

        long received = number("select sum(quantity) from replenishment_receipt");
        var replenishment = one.get(Replenishments.class).of(id).orElseThrow();
        assertThat(received).isBetween(1_000L, 1_100L);
        assertThat(number("select on_hand from stock_level")).isEqualTo(received);
        assertThat(number("select count(distinct cause) from movement"))
                .isEqualTo(number("select count(*) from replenishment_receipt"));
        assertThat(replenishment.units().received()).isEqualTo(received);
        assertThat(replenishment.units().pending()).isZero();
        assertThat(replenishment.status()).isEqualTo(Status.RECEIVED);
        assertThat(number("select count(*) from movement where reference <> 'replenishment/" + id + "'"))
                .isZero();
        assertEveryStepIsToldOnce();
    }

    /** Killed between the note and the stock: the sweeper does both. */
    @Test
    void goodsThatWereOnlyNotedAreBookedLater() {
        var id = ordered(10);
        one.get(NoteReceipts.class).note(UUID.randomUUID(), id, 10, "olga", "note 1");
        assertThat(number("select count(*) from stock_level")).isZero();

        other.get(BookReceipts.class).finish();
        other.get(BookReceipts.class).finish();

        assertThat(number("select on_hand from stock_level")).isEqualTo(10);
        assertThat(one.get(Replenishments.class).of(id).orElseThrow().status()).isEqualTo(Status.RECEIVED);
        assertThat(one.get(Receipts.class).all(id)).allMatch(receipt -> receipt.bookedAt() != null);
    }

    @Test
    void readsLevelAndIncomingGoodsAndTheForecastOfARule() {
        create(rule("tea", TEA, Mode.TO_APPROVE, 20, 100, 12));
        one.get(GroupCommit.class)
                .decide(new StockCommand.Receive(new Origin("c", "r", "a"), List.of(new Line(TEA, 30)), false));
        one.get(ChangeReplenishment.class).ask(TEA, "tea-traders", 7, "olga", null);
        var late = forecast(TEA, 7, Instant.parse("2026-01-05T00:00:00Z"), 4, null, List.of());
        one.get(Forecasts.class).take(List.of(late));
        one.get(Forecasts.class)
                .take(List.of(forecast(TEA, 9, Instant.parse("2026-01-04T00:00:00Z"), 5, 2, List.of())));

        assertThat(situations(TEA)).singleElement().satisfies(situation -> {
            assertThat(situation.position().available()).isEqualTo(30);
            assertThat(situation.position().incoming()).isEqualTo(7);
            assertThat(situation.forecast()).isEqualTo(late);
            assertThat(situation.open()).isFalse();
        });
        assertThat(situations(MUG)).isEmpty();
    }

    /** Late, repeated and reordered: the latest forecast stays. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void keepsTheLatestForecastWhateverTheOrder(long seed) throws Exception {
        create(rule("tea", TEA, Mode.TO_APPROVE, 20, 100, 12));
        inThreads(
                25,
                (replica, random) -> {
                    int number = random.nextInt(200);
                    replica.get(Forecasts.class).take(List.of(numbered(number)));
                    return number;
                },
                seed);
        one.get(Forecasts.class).take(List.of(numbered(200)));
        one.get(Forecasts.class).take(List.of(numbered(3)));

        assertThat(situations(TEA))
                .singleElement()
                .extracting(Situation::forecast)
                .isEqualTo(numbered(200));
    }

    /** Two forecasts share a moment, so that the sequence has to decide. */
    private static Forecast numbered(int number) {
        return forecast(
                TEA, number, Instant.parse("2026-01-05T00:00:00Z").plusSeconds(number / 2), number, 1, List.of());
    }

    private Object anything(Replica replica, SplittableRandom random) {
        try {
            return switch (random.nextInt(6)) {
                case 0, 1, 2 -> replica.get(EvaluateRules.class).evaluate(List.of(TEA, NORTH, MUG));
                case 3 -> replica.get(EvaluateRules.class).evaluateAfter("", 2);
                default -> step(replica, random);
            };
        } catch (Told.Killed killed) {
            return killed;
        }
    }

    private static Object step(Replica replica, SplittableRandom random) {
        var all = replica.get(Replenishments.class).before(null, new Replenishments.Wanted(null, null, null), 20);
        if (all.isEmpty()) {
            return all;
        }
        var id = all.get(random.nextInt(all.size())).id();
        var change = replica.get(ChangeReplenishment.class);
        return switch (random.nextInt(8)) {
            case 0 -> change.cancel(id, "olga", null);
            case 1, 2 -> change.approve(id, random.nextLong(1, 5), "olga", "less");
            case 3, 4 -> change.approve(id, null, "olga", null);
            default -> change.order(id, order(), "olga", null);
        };
    }

    private static Object receive(Replica replica, SplittableRandom random, UUID id) {
        var receiptId = UUID.randomUUID();
        var step = replica.get(NoteReceipts.class).note(receiptId, id, random.nextLong(1, 40), "olga", null);
        if (step instanceof Step.Refused) {
            return step;
        }
        try {
            return replica.get(BookReceipts.class).book(receiptId);
        } catch (Told.Killed killed) {
            return killed;
        }
    }

    private static Object finish(Replica replica) {
        replica.get(BookReceipts.class).finish();
        return replica;
    }

    private void create(Rule rule) {
        assertThat(one.get(Rules.class).create(rule)).isPresent();
    }

    private UUID ordered(long quantity) {
        var change = one.get(ChangeReplenishment.class);
        var id = change.ask(TEA, "tea-traders", quantity, "olga", null).id();
        change.approve(id, null, "olga", null);
        change.order(id, order(), "olga", null);
        return id;
    }

    private static Replenishment proposal(String ruleId) {
        var example = proposed();
        return new Replenishment(
                UUID.randomUUID(),
                example.key(),
                example.supplier(),
                new Grounds(
                        ruleId, example.grounds().inputs(), example.grounds().formula()),
                example.units(),
                null,
                Status.PROPOSED,
                example.last(),
                example.createdAt(),
                1);
    }

    private List<Situation> situations(LevelKey key) {
        return one.get(Situations.class).of(List.of(key));
    }

    private long asked(LevelKey key) {
        return number("select coalesce(sum(units), 0) from incoming_stock where sku = '%s' and location = '%s'"
                .formatted(key.sku(), key.location()));
    }

    private void assertEveryStepIsToldOnce() {
        assertThat(number("""
                        select count(*) from (
                            select sequence - row_number() over (partition by id order by sequence) as gap from told) as gaps
                         where gap <> 0""")).as("sequences without a gap or a repeat").isZero();
        assertThat(number("select count(*) from told")).isEqualTo(number("select sum(sequence) from replenishment"));
    }

    private boolean somebodyWaits() {
        return number("""
                        select count(*) from pg_stat_activity
                         where datname = current_database() and wait_event_type = 'Lock'
                        """) > 0;
    }

    private long number(String sql) {
        return Objects.requireNonNullElse(jdbc.sql(sql).query(Long.class).single(), 0L);
    }

    private <T> List<T> inThreads(int each, Work<T> work, long seed) throws Exception {
        var tasks = IntStream.range(0, THREADS)
                .<Callable<List<T>>>mapToObj(thread -> () -> {
                    var random = new SplittableRandom(seed * 1_000 + thread);
                    var results = new ArrayList<T>();
                    for (int i = 0; i < each; i++) {
                        results.add(work.does(random.nextBoolean() ? one : other, random));
                    }
                    return results;
                })
                .toList();
        var results = new ArrayList<T>();
        try (var pool = Executors.newFixedThreadPool(THREADS)) {
            for (var done : pool.invokeAll(tasks)) {
                results.addAll(done.get());
            }
        }
        return results;
    }

    private static HikariDataSource migrated(HikariDataSource empty) {
        Flyway.configure()
                .dataSource(empty)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return empty;
    }

    private static HikariDataSource pool() {
        var config = new HikariConfig();
        config.setJdbcUrl(Backends.postgres()
                .jdbcUrl("stock_" + UUID.randomUUID().toString().replace('-', '_')));
        config.setUsername("postgres");
        config.setPassword("postgres");
        config.setMaximumPoolSize(16);
        return new HikariDataSource(config);
    }

    /** What a thread does in one of its turns. */
    private interface Work<T> {

        T does(Replica replica, SplittableRandom random);
    }
}
