package com.rebatesuite.analytics.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An in-memory store keeps the contract, and what is read from one adds up. */
class ReadSalesTest implements SalesMinutesContract {

    private static final Instant NOW = Instant.parse("2026-01-05T10:15:30Z");

    private final SalesMinutes minutes = new InMemorySalesMinutes();
    private final ReadSales sales = new ReadSales(minutes, Clock.fixed(NOW, ZoneOffset.UTC));

    @Override
    public SalesMinutes minutes() {
        return minutes;
    }

    @Test
    void readsTheLastHourByDefault() {
        keep("2026-01-05T09:15:00Z", "GBP", 1);
        keep("2026-01-05T09:16:00Z", "GBP", 2);
        keep("2026-01-05T10:15:00Z", "GBP", 4);
        keep("2026-01-05T10:16:00Z", "GBP", 8);

        var report = sales.read("TEA", null, null);

        assertThat(report.totals())
                .isEqualTo(Map.of("GBP", new Totals(1, 6, 0, 600, 0).plus(new Totals(1, 0, 0, 0, 0))));
        assertThat(report.asOf()).hasValue(Instant.parse("2026-01-05T10:15:02Z"));
    }

    @Test
    void keepsCurrenciesApart() {
        keep("2026-01-05T10:00:00Z", "GBP", 1);
        keep("2026-01-05T10:00:00Z", "EUR", 2);

        assertThat(sales.read("TEA", null, null).totals())
                .isEqualTo(Map.of("GBP", new Totals(1, 1, 0, 100, 0), "EUR", new Totals(1, 2, 0, 200, 0)));
    }

    @Test
    void knowsNoFreshnessOfNothing() {
        assertThat(sales.read("TEA", null, null).asOf()).isEmpty();
    }

    @Test
    void refusesARangeThatIsNoneOrTooLong() {
        assertThatThrownBy(() -> sales.read("TEA", NOW, NOW)).isInstanceOf(ReadSales.BadRange.class);
        assertThatThrownBy(() -> sales.read("TEA", NOW.plusSeconds(1), NOW)).isInstanceOf(ReadSales.BadRange.class);
        assertThat(sales.read("TEA", NOW.minus(ReadSales.MAX_RANGE), NOW).minutes())
                .isEmpty();
        assertThatThrownBy(
                        () -> sales.read("TEA", NOW.minus(ReadSales.MAX_RANGE).minusMillis(1), NOW))
                .hasMessage("from, to: 2025-12-29T10:15:29.999Z, 2026-01-05T10:15:30Z"
                        + " (expected: from before to, at most 7 days apart)");
    }

    @Test
    void limitsAndRulesCheckThemselves() {
        assertThatThrownBy(() -> new SalesWindowRules(
                        Duration.ofSeconds(10), Duration.ZERO, Duration.ofHours(24), Duration.ofMinutes(1)))
                .hasMessage("idle: PT0S (expected: PT1S or more)");
        assertThatThrownBy(() -> new SalesLimits(Duration.ofSeconds(2), 1, 1, Duration.ofHours(24), 1))
                .hasMessage("publishEvery: PT2S (expected: 10ms..1s)");
        assertThatThrownBy(() -> new SalesLimits(Duration.ofSeconds(1), 1, 1, Duration.ofHours(23), 1))
                .hasMessage("rememberOrders: PT23H (expected: 24h or more)");
    }

    private void keep(String start, String currency, long units) {
        var key = new MinuteKey(Instant.parse(start), currency, "TEA");
        var minute = new SalesMinute(key, SalesMinute.Status.UPDATED, 1, new Totals(1, units, 0, 100 * units, 0));
        minutes.keep(List.of(new PublishedMinute(minute, key.start().plusSeconds(2))));
    }
}
