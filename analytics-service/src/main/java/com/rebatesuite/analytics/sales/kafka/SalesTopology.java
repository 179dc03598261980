package com.rebatesuite.analytics.sales.kafka;

import com.rebatesuite.analytics.sales.OrderFact;
import com.rebatesuite.analytics.sales.Sale;
import com.rebatesuite.analytics.sales.SalesLimits;
import com.rebatesuite.analytics.sales.SalesMeter;
import com.rebatesuite.analytics.sales.SalesWindowRules;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** From orders to sales per minute. A plain function of streams: no Spring, no broker, no clock. */
final class SalesTopology {

    private SalesTopology() {}

    /** Counts every paid order and every received return once, in the minute it occurred. */
    static Streams sales(KStream<String, byte[]> orders, OrderReader reader, Windows windows) {
        var read = orders.process(() -> new ReadOrders(reader), Named.as("read-orders"));
        var published = facts(read)
                .process(supplier(() -> windows.countOnce(), SalesStores.countedOrders()), Named.as("count-once"))
                .flatMap(
                        (userId, fact) ->
                                fact.sales().stream().map(SalesTopology::bySku).toList(),
                        Named.as("by-sku"))
                // From here on the partition is the product's.
                .repartition(Repartitioned.<String, Sale>as("sales-by-sku")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(SalesSerdes.sale()))
                .process(
                        supplier(
                                () -> windows.countByMinute(),
                                SalesStores.windows(),
                                SalesStores.changed(),
                                SalesStores.clock()),
                        Named.as("count-by-minute"));
        return new Streams(published, unreadable(read));
    }

    private static KStream<String, OrderFact> facts(KStream<String, ReadOrders.Read> read) {
        return read.filter((userId, record) -> record instanceof ReadOrders.Fact, Named.as("readable"))
                .mapValues(record -> ((ReadOrders.Fact) record).fact(), Named.as("fact"));
    }

    private static KStream<String, byte[]> unreadable(KStream<String, ReadOrders.Read> read) {
        return read.filter((userId, record) -> record instanceof ReadOrders.Unreadable, Named.as("unreadable"))
                .mapValues(record -> ((ReadOrders.Unreadable) record).record(), Named.as("as-it-came"));
    }

    private static KeyValue<String, Sale> bySku(Sale sale) {
        return KeyValue.pair(sale.sku(), sale);
    }

    private static <K, V, K2, V2> ProcessorSupplier<K, V, K2, V2> supplier(
            Supplier<Processor<K, V, K2, V2>> processor, StoreBuilder<?>... stores) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<K, V, K2, V2> get() {
                return processor.get();
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(stores);
            }
        };
    }

    /** What the windows publish, by sku; and what nobody could read, as it came. */
    record Streams(KStream<String, Published> published, KStream<String, byte[]> unreadable) {

        KStream<String, Published> minutes() {
            return published.filter((sku, what) -> what instanceof Published.Minute, Named.as("minutes"));
        }

        KStream<String, Published> late() {
            return published.filter((sku, what) -> what instanceof Published.TooLate, Named.as("late"));
        }
    }

    /** How windows are kept: rules, limits, and who is told. */
    record Windows(SalesWindowRules rules, SalesLimits limits, SalesMeter meter) {

        Processor<String, OrderFact, String, OrderFact> countOnce() {
            return new CountOnce(limits, meter);
        }

        Processor<String, Sale, String, Published> countByMinute() {
            return new CountByMinute(rules, limits, meter);
        }
    }
}
