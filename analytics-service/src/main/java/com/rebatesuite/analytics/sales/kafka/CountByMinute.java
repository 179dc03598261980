package com.rebatesuite.analytics.sales.kafka;

import static java.util.Objects.requireNonNull;
import static org.apache.kafka.streams.processor.PunctuationType.WALL_CLOCK_TIME;

import com.rebatesuite.analytics.sales.Sale;
import com.rebatesuite.analytics.sales.SalesLimits;
import com.rebatesuite.analytics.sales.SalesMeter;
import com.rebatesuite.analytics.sales.SalesWindowRules;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Feeds the windows of one partition and lets them publish by the wall clock, also when no sale comes. */
final class CountByMinute extends ContextualProcessor<String, Sale, String, Published> {

    private final SalesWindowRules rules;
    private final SalesLimits limits;
    private final SalesMeter meter;
    private @Nullable PartitionWindows windows;

    CountByMinute(SalesWindowRules rules, SalesLimits limits, SalesMeter meter) {
        this.rules = rules;
        this.limits = limits;
        this.meter = meter;
    }

    @Override
    public void init(ProcessorContext<String, Published> context) {
        super.init(context);
        var partition = new PartitionWindows(
                context.getStateStore(SalesStores.WINDOWS),
                context.getStateStore(SalesStores.CHANGED),
                context.getStateStore(SalesStores.CLOCK),
                new PartitionWindows.Settings(rules, limits, meter),
                Instant.ofEpochMilli(context.currentSystemTimeMs()),
                this::send);
        windows = partition;
        context.schedule(limits.publishEvery(), WALL_CLOCK_TIME, now -> partition.turn(Instant.ofEpochMilli(now)));
    }

    @Override
    public void process(Record<String, Sale> sale) {
        requireNonNull(windows)
                .count(sale.value(), Instant.ofEpochMilli(context().currentSystemTimeMs()));
    }

    /** With the time of sending as timestamp: the topics keep records by it, and a sale of years ago is no old record. */
    private void send(String sku, Published published) {
        context().forward(new Record<>(sku, published, context().currentSystemTimeMs()));
    }
}
