package com.rebatesuite.analytics.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every store of minutes does. */
public interface SalesMinutesContract {

    Instant MIDNIGHT = Instant.parse("2026-01-05T00:00:00Z");

    SalesMinutes minutes();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 5);
    }

    @Test
    default void findsAMinuteByItsStart() {
        var sku = sku();
        var minute = minute(sku, MIDNIGHT, "GBP", 1, 5);
        minutes().keep(List.of(minute));

        assertThat(minutes().of(sku, MIDNIGHT, MIDNIGHT.plusMillis(1))).containsExactly(minute);
        assertThat(minutes().of(sku, MIDNIGHT.minusSeconds(60), MIDNIGHT)).isEmpty();
        assertThat(minutes().of(sku, MIDNIGHT.plusMillis(1), MIDNIGHT.plusSeconds(60)))
                .isEmpty();
        assertThat(minutes().of(sku(), MIDNIGHT, MIDNIGHT.plusSeconds(60))).isEmpty();
    }

    @Test
    default void readsAcrossDaysByTimeAndCurrency() {
        var sku = sku();
        var expected = new ArrayList<PublishedMinute>();
        for (var start = MIDNIGHT.minusSeconds(120); start.isBefore(MIDNIGHT.plusSeconds(120)); ) {
            expected.add(minute(sku, start, "EUR", 1, 1));
            expected.add(minute(sku, start, "GBP", 1, 2));
            start = start.plusSeconds(60);
        }
        var shuffled = new ArrayList<>(expected);
        Collections.shuffle(shuffled, new Random(1));
        minutes().keep(shuffled);

        assertThat(minutes().of(sku, MIDNIGHT.minusSeconds(600), MIDNIGHT.plusSeconds(600)))
                .containsExactlyElementsOf(expected);
    }

    /** INV-5: whatever order revisions come in and however often, the latest stays. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("com.rebatesuite.analytics.sales.SalesMinutesContract#seeds")
    default void inv5_convergesToTheLatestRevision(long seed) {
        var random = new SplittableRandom(seed);
        var sku = sku();
        var latest = new ArrayList<PublishedMinute>();
        var deliveries = new ArrayList<PublishedMinute>();
        for (var i = 0; i < 60; i++) {
            var revisions = random.nextInt(1, 8);
            for (var revision = 1; revision <= revisions; revision++) {
                var minute = minute(sku, MIDNIGHT.plusSeconds(60L * i), "GBP", revision, random.nextInt(100));
                deliveries.add(minute);
                if (random.nextInt(3) == 0) {
                    deliveries.add(minute);
                }
                if (revision == revisions) {
                    latest.add(minute);
                }
            }
        }
        Collections.shuffle(deliveries, new Random(seed));

        for (var from = 0; from < deliveries.size(); ) {
            var to = Math.min(deliveries.size(), from + random.nextInt(1, 80));
            minutes().keep(deliveries.subList(from, to));
            from = to;
        }

        assertThat(minutes().of(sku, MIDNIGHT, MIDNIGHT.plus(Duration.ofHours(2))))
                .containsExactlyElementsOf(latest);
    }

    private static String sku() {
        return "SKU-" + UUID.randomUUID();
    }

    private static PublishedMinute minute(String sku, Instant start, String currency, long revision, long units) {
        var status = revision == 1 ? SalesMinute.Status.UPDATED : SalesMinute.Status.CORRECTED;
        var totals = new Totals(1, units, 1, 100 * units, 50);
        return new PublishedMinute(
                new SalesMinute(new MinuteKey(start, currency, sku), status, revision, totals),
                MIDNIGHT.plusSeconds(revision));
    }
}
