package com.rebatesuite.analytics.sales;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Minutes in a map. */
public final class InMemorySalesMinutes implements SalesMinutes {

    private final Map<MinuteKey, PublishedMinute> minutes = new HashMap<>();

    @Override
    public void keep(List<PublishedMinute> published) {
        published.forEach(minute -> minutes.merge(
                minute.minute().key(),
                minute,
                (one, other) -> one.minute().revision() > other.minute().revision() ? one : other));
    }

    @Override
    public List<PublishedMinute> of(String sku, Instant from, Instant to) {
        return minutes.values().stream()
                .filter(minute -> minute.minute().key().sku().equals(sku))
                .filter(minute -> !minute.minute().key().start().isBefore(from))
                .filter(minute -> minute.minute().key().start().isBefore(to))
                .sorted(Comparator.comparing((PublishedMinute minute) ->
                                minute.minute().key().start())
                        .thenComparing(minute -> minute.minute().key().currency()))
                .toList();
    }
}
