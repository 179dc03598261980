package com.rebatesuite.analytics.sales;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The minutes of a sku in a range of time; a minute without sales is absent. */
public record SalesReport(String sku, Instant from, Instant to, List<PublishedMinute> minutes) {

    public SalesReport {
        minutes = List.copyOf(minutes);
    }

    /** What all minutes come to, per currency. */
    public Map<String, Totals> totals() {
        var totals = new TreeMap<String, Totals>();
        minutes.forEach(published -> totals.merge(
                published.minute().key().currency(), published.minute().totals(), Totals::plus));
        return totals;
    }

    /** When the youngest of the figures was published; empty when there are none. */
    public Optional<Instant> asOf() {
        return minutes.stream().map(PublishedMinute::publishedAt).max(Instant::compareTo);
    }
}
