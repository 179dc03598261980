package com.rebatesuite.analytics.sales.cassandra;

import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchableStatement;
import com.datastax.oss.driver.api.core.cql.DefaultBatchType;
import com.rebatesuite.analytics.sales.MinuteKey;
import com.rebatesuite.analytics.sales.PublishedMinute;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Writes minutes: a batch never leaves its partition, so that it is one mutation, and few are under way at a time. */
final class KeepMinutes {

    private static final int BATCH = 50;
    private static final int IN_FLIGHT = 16;

    private final Statements statements;

    KeepMinutes(Statements statements) {
        this.statements = statements;
    }

    void keep(List<PublishedMinute> minutes) {
        var session = statements.session();
        var underWay = new ArrayDeque<CompletionStage<?>>();
        for (var batch : batches(latest(minutes))) {
            if (underWay.size() == IN_FLIGHT) {
                await(underWay.remove());
            }
            underWay.add(session.executeAsync(batch));
        }
        underWay.forEach(KeepMinutes::await);
    }

    private static void await(CompletionStage<?> written) {
        try {
            written.toCompletableFuture().join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof DriverException cause ? cause.copy() : failed;
        }
    }

    /** Of several revisions of a window only the last: the others would lose anyway. */
    private static Collection<PublishedMinute> latest(List<PublishedMinute> minutes) {
        var latest = new LinkedHashMap<MinuteKey, PublishedMinute>();
        minutes.forEach(minute -> latest.merge(
                minute.minute().key(),
                minute,
                (one, other) -> one.minute().revision() > other.minute().revision() ? one : other));
        return latest.values();
    }

    private List<BatchStatement> batches(Collection<PublishedMinute> minutes) {
        var byPartition = new HashMap<Partition, List<BatchableStatement<?>>>();
        minutes.forEach(minute -> byPartition
                .computeIfAbsent(Partition.of(minute.minute().key()), partition -> new ArrayList<>())
                .add(bound(minute)));
        return byPartition.values().stream()
                .flatMap(rows -> stretches(rows).stream())
                .map(rows -> BatchStatement.newInstance(DefaultBatchType.UNLOGGED, rows))
                .toList();
    }

    private static List<List<BatchableStatement<?>>> stretches(List<BatchableStatement<?>> rows) {
        var stretches = new ArrayList<List<BatchableStatement<?>>>();
        for (var from = 0; from < rows.size(); from += BATCH) {
            stretches.add(rows.subList(from, Math.min(rows.size(), from + BATCH)));
        }
        return stretches;
    }

    private BatchableStatement<?> bound(PublishedMinute published) {
        var minute = published.minute();
        var key = minute.key();
        var totals = minute.totals();
        return statements
                .insert()
                .bind(
                        key.sku(),
                        Partition.of(key).day(),
                        key.start(),
                        key.currency(),
                        minute.status().name().toLowerCase(Locale.ROOT),
                        minute.revision(),
                        totals.orders(),
                        totals.unitsSold(),
                        totals.unitsReturned(),
                        totals.revenueMinor(),
                        totals.refundedMinor(),
                        published.publishedAt(),
                        minute.revision());
    }

    record Partition(String sku, LocalDate day) {

        static Partition of(MinuteKey key) {
            return new Partition(key.sku(), LocalDate.ofInstant(key.start(), ZoneOffset.UTC));
        }
    }
}
