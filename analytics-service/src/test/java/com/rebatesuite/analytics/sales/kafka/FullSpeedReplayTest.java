package com.rebatesuite.analytics.sales.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.analytics.sales.Cause;
import com.rebatesuite.analytics.sales.MinuteKey;
import com.rebatesuite.analytics.sales.Sale;
import com.rebatesuite.analytics.sales.SalesLimits;
import com.rebatesuite.analytics.sales.SalesMinute;
import com.rebatesuite.analytics.sales.Totals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A year of sales in under two minutes of wall-clock time, partitions days apart, with restarts in between. */
class FullSpeedReplayTest {

    private static final Instant START = Instant.parse("2010-12-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");
    private static final int SALES = 60_000;
    private static final long SECONDS_APART = 365L * 86_400 / SALES;

    private final MockProcessorContext<String, Published> context = new MockProcessorContext<>();
    private final KeyValueStore<MinuteKey, com.rebatesuite.analytics.sales.MinuteWindow> windows =
            store(SalesStores.WINDOWS, SalesSerdes.minuteKey(), SalesSerdes.minuteWindow());
    private final KeyValueStore<MinuteKey, Long> changed =
            store(SalesStores.CHANGED, SalesSerdes.minuteKey(), Serdes.Long());
    private final KeyValueStore<String, Long> clock = store(SalesStores.CLOCK, Serdes.String(), Serdes.Long());

    private final Map<MinuteKey, SalesMinute> published = new HashMap<>();
    private final Map<MinuteKey, Totals> late = new HashMap<>();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 8);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void inv13_nothingIsLostOrCountedTwiceAtFullSpeed(long seed) {
        var random = new SplittableRandom(seed);
        var expected = new HashMap<MinuteKey, Totals>();
        var now = NOW;
        var partition = partition(now);

        for (var sale : skewed(random, seed % 2 == 0)) {
            expected.merge(sale.minute(), sale.delta(), Totals::plus);
            partition.count(sale, now);
            now = now.plusMillis(random.nextInt(4));
            if (random.nextInt(250) == 0) {
                partition.turn(now);
            }
            if (random.nextInt(5_000) == 0) {
                partition = partition(now);
            }
        }
        for (var turn = 0; turn < 400; turn++) {
            now = now.plusMillis(500);
            partition.turn(now);
        }

        var counted = new HashMap<>(late);
        published.forEach((key, minute) -> counted.merge(key, minute.totals(), Totals::plus));
        assertThat(counted).isEqualTo(expected);
        assertThat(published.values()).noneMatch(minute -> minute.status() == SalesMinute.Status.UPDATED);
    }

    /** After a restart it knows what the stores know. */
    private PartitionWindows partition(Instant now) {
        var limits = new SalesLimits(Duration.ofMillis(500), 2_000, 1_000, Duration.ofHours(24), 1);
        var settings = new PartitionWindows.Settings(
                SalesTopologyDriver.RULES, limits, new SalesTopologyDriver.CountingMeter());
        return new PartitionWindows(windows, changed, clock, settings, now, (sku, what) -> take(what));
    }

    private void take(Published what) {
        switch (what) {
            case Published.Minute of -> {
                var before = published.put(of.minute().key(), of.minute());
                assertThat(of.minute().revision()).isEqualTo(before == null ? 1 : before.revision() + 1);
            }
            case Published.TooLate of ->
                late.merge(of.sale().minute(), of.sale().delta(), Totals::plus);
        }
    }

    /** Six partitions upstream; when {@code straggling}, one is always the last and up to weeks behind. */
    private static List<Sale> skewed(SplittableRandom random, boolean straggling) {
        var upstream = new ArrayList<List<Sale>>();
        for (var i = 0; i < 6; i++) {
            upstream.add(new ArrayList<>());
        }
        for (var i = 0; i < SALES; i++) {
            upstream.get(random.nextInt(6)).add(sale(i, random));
        }
        var next = new int[6];
        var merged = new ArrayList<Sale>();
        while (merged.size() < SALES) {
            var from = straggling && random.nextInt(4) > 0 ? random.nextInt(5) : random.nextInt(6);
            var run = random.nextInt(1, 500);
            for (; run > 0 && next[from] < upstream.get(from).size(); run--) {
                merged.add(upstream.get(from).get(next[from]++));
            }
        }
        return merged;
    }

    private static Sale sale(int number, SplittableRandom random) {
        var at = START.plusSeconds(number * SECONDS_APART + random.nextInt(600));
        var units = random.nextInt(1, 9);
        var delta = random.nextInt(6) == 0
                ? new Totals(0, 0, units, 0, 7L * units)
                : new Totals(1, units, 0, 9L * units, 0);
        return new Sale(new Cause("o-" + number, 3, "e-" + number), "SKU-" + random.nextInt(20), "GBP", at, delta);
    }

    private <K, V> KeyValueStore<K, V> store(String name, Serde<K> key, Serde<V> value) {
        var store = Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), key, value)
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        return store;
    }
}
