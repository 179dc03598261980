package com.rebatesuite.analytics.sales.kafka;

import static com.rebatesuite.analytics.sales.kafka.SalesTopologyDriver.paid;
import static com.rebatesuite.analytics.sales.kafka.SalesTopologyDriver.received;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.analytics.sales.Totals;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Whatever comes in whatever order, however often and however late: nothing is lost and nothing is counted twice. */
class SalesInvariantsTest {

    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final int EVENTS = 150;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 3);
    }

    /** Months within seconds, partitions out of step by days, every tenth event twice, small turns. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void inv13_windowsAndLateLaneTogetherAreTheSumOfAllEvents(long seed) {
        var random = new SplittableRandom(seed);
        var expected = new TreeMap<String, Totals>();
        var events = history(random, 20, expected);
        var counted = new Counted();

        try (var sales = driver(random)) {
            for (var event : skewed(events, random)) {
                sales.order(event);
                if (random.nextInt(10) == 0) {
                    sales.order(event);
                }
                if (random.nextInt(40) == 0) {
                    sales.jump(Duration.ofMillis(random.nextInt(500, 90_000)));
                    counted.take(sales);
                }
            }
            sales.pass(Duration.ofSeconds(60));
            counted.take(sales);
            assertThat(counted.perMinute()).isEqualTo(expected);
            assertThat(sales.meter.tooLate).isEqualTo(counted.lateSales);
            assertThat(counted.statuses.values()).allMatch(status -> !status.equals("updated"));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void inv13_sixtyMinutesEqualTheirHour(long seed) {
        var random = new SplittableRandom(seed);
        var expected = new TreeMap<String, Totals>();
        var events = history(random, 1, expected);
        Collections.shuffle(events, new Random(seed));
        var counted = new Counted();

        try (var sales = driver(random)) {
            events.forEach(sales::order);
            sales.pass(Duration.ofSeconds(60));
            counted.take(sales);
        }

        assertThat(hours(counted.perMinute())).isEqualTo(hours(expected));
    }

    /** INV-5: one cause, one effect, for any number and order of deliveries. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void inv5_anyNumberAndOrderOfDeliveriesGivesTheSameFigures(long seed) {
        var random = new SplittableRandom(seed);
        var expected = new TreeMap<String, Totals>();
        var once = history(random, 1, expected).subList(0, 80);
        expected.clear();
        once.forEach(event -> addTo(expected, event));
        var often = new ArrayList<>(once);
        often.addAll(once);
        often.addAll(once);
        Collections.shuffle(often, new Random(seed));
        var counted = new Counted();

        try (var sales = driver(random)) {
            often.forEach(sales::order);
            sales.pass(Duration.ofSeconds(60));
            counted.take(sales);
            assertThat(sales.meter.repeated).isEqualTo(2 * once.size());
        }

        assertThat(counted.perMinute()).isEqualTo(expected);
    }

    /** Small turns and a small bound on changed windows, so that every bound is met. */
    private static SalesTopologyDriver driver(SplittableRandom random) {
        var limits = new com.rebatesuite.analytics.sales.SalesLimits(
                Duration.ofMillis(500),
                random.nextInt(20, 400),
                random.nextInt(5, 200),
                Duration.ofHours(24),
                random.nextInt(1, 100));
        return new SalesTopologyDriver(SalesTopologyDriver.RULES, limits);
    }

    private static List<JsonNode> history(SplittableRandom random, int days, Map<String, Totals> expected) {
        var events = new ArrayList<JsonNode>();
        for (var i = 0; i < EVENTS; i++) {
            var at = START.plusSeconds((long) i * days * 86_400 / EVENTS).plusMillis(random.nextInt(60_000));
            var sku = "SKU-" + random.nextInt(8);
            var units = random.nextInt(1, 5);
            var minor = random.nextInt(0, 10_000);
            var event = random.nextInt(5) == 0
                    ? received("o-" + i, 8, sku, units, minor, at)
                    : paid("o-" + i, 3, sku, units, minor, at);
            events.add(event);
            addTo(expected, event);
        }
        return events;
    }

    /** Partitions run at different speeds: what leaves them is in order within each, and days apart between them. */
    private static List<JsonNode> skewed(List<JsonNode> events, SplittableRandom random) {
        var partitions = new ArrayList<List<JsonNode>>();
        for (var i = 0; i < 6; i++) {
            partitions.add(new ArrayList<>());
        }
        events.forEach(event -> partitions.get(random.nextInt(6)).add(event));
        var merged = new ArrayList<JsonNode>();
        while (merged.size() < events.size()) {
            var partition = partitions.get(Math.min(random.nextInt(6), random.nextInt(6)));
            var run = Math.min(partition.size(), random.nextInt(1, 60));
            merged.addAll(partition.subList(0, run));
            partition.subList(0, run).clear();
        }
        return merged;
    }

    /** What an event adds, computed from its JSON alone. */
    private static void addTo(Map<String, Totals> totals, JsonNode event) {
        var data = event.path("data");
        var line = data.path("lines").get(0);
        var minute = Instant.parse(data.path("occurred_at").asString()).truncatedTo(ChronoUnit.MINUTES);
        var units = line.path("quantity").asLong();
        var delta = event.path("type").asString().equals("order-paid.v1")
                ? new Totals(1, units, 0, line.at("/amount/minor").asLong(), 0)
                : new Totals(0, 0, units, 0, line.at("/refund/minor").asLong());
        totals.merge(line.path("sku").asString() + " " + minute, delta, Totals::plus);
    }

    private static Map<String, Totals> hours(Map<String, Totals> minutes) {
        var hours = new TreeMap<String, Totals>();
        minutes.forEach((key, totals) -> hours.merge(key.replaceFirst(":\\d\\d:00Z$", ""), totals, Totals::plus));
        return hours;
    }

    /** What a consumer of the two topics knows: the last revision of each window, and every late sale. */
    private static final class Counted {

        private final Map<String, Long> revisions = new HashMap<>();
        private final Map<String, String> statuses = new HashMap<>();
        private final Map<String, Totals> windows = new TreeMap<>();
        private final Map<String, Totals> late = new TreeMap<>();
        private int lateSales;

        void take(SalesTopologyDriver sales) {
            sales.minutes().forEach(event -> window(event.path("data")));
            for (var event : sales.late()) {
                late.merge(key(event.path("data")), totals(event.path("data")), Totals::plus);
                lateSales++;
            }
        }

        private void window(JsonNode data) {
            var revision = data.path("revision").asLong();
            assertThat(revision).isEqualTo(revisions.getOrDefault(key(data), 0L) + 1);
            revisions.put(key(data), revision);
            statuses.put(key(data), data.path("status").asString());
            windows.put(key(data), totals(data));
        }

        Map<String, Totals> perMinute() {
            var all = new TreeMap<>(windows);
            late.forEach((key, totals) -> all.merge(key, totals, Totals::plus));
            return all;
        }

        private static String key(JsonNode data) {
            return data.path("sku").asString() + " " + data.path("minute").asString();
        }

        private static Totals totals(JsonNode data) {
            return new Totals(
                    data.path("orders").asLong(),
                    data.path("units_sold").asLong(),
                    data.path("units_returned").asLong(),
                    data.at("/revenue/minor").asLong(),
                    data.at("/refunded/minor").asLong());
        }
    }
}
