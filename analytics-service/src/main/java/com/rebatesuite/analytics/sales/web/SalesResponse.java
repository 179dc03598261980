package com.rebatesuite.analytics.sales.web;

import com.rebatesuite.analytics.sales.PublishedMinute;
import com.rebatesuite.analytics.sales.SalesReport;
import com.rebatesuite.analytics.sales.Totals;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of {@code GET /ops/sales/{sku}/minutes}; {@code asOf} is when the youngest figure was published. */
record SalesResponse(
        String sku, Instant from, Instant to, @Nullable Instant asOf, List<Minute> minutes, List<Total> totals) {

    static SalesResponse of(SalesReport report) {
        return new SalesResponse(
                report.sku(),
                report.from(),
                report.to(),
                report.asOf().orElse(null),
                report.minutes().stream().map(Minute::of).toList(),
                report.totals().entrySet().stream().map(Total::of).toList());
    }

    record Minute(
            Instant minute,
            String status,
            long revision,
            long orders,
            long unitsSold,
            long unitsReturned,
            Money revenue,
            Money refunded,
            Instant publishedAt) {

        static Minute of(PublishedMinute published) {
            var minute = published.minute();
            var totals = minute.totals();
            var currency = minute.key().currency();
            return new Minute(
                    minute.key().start(),
                    minute.status().name().toLowerCase(Locale.ROOT),
                    minute.revision(),
                    totals.orders(),
                    totals.unitsSold(),
                    totals.unitsReturned(),
                    new Money(currency, totals.revenueMinor()),
                    new Money(currency, totals.refundedMinor()),
                    published.publishedAt());
        }
    }

    record Total(long orders, long unitsSold, long unitsReturned, Money revenue, Money refunded) {

        static Total of(Map.Entry<String, Totals> entry) {
            var totals = entry.getValue();
            return new Total(
                    totals.orders(),
                    totals.unitsSold(),
                    totals.unitsReturned(),
                    new Money(entry.getKey(), totals.revenueMinor()),
                    new Money(entry.getKey(), totals.refundedMinor()));
        }
    }

    record Money(String currency, long minor) {}
}
