package com.rebatesuite.analytics.sales.kafka;

import com.rebatesuite.analytics.sales.MinuteKey;
import com.rebatesuite.analytics.sales.MinuteWindow;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The stores of the topology. Names and formats are part of what a deployment keeps: changing one is a migration. */
final class SalesStores {

    static final String COUNTED_ORDERS = "sales-counted-orders";
    static final String WINDOWS = "sales-windows";
    static final String CHANGED = "sales-changed-windows";
    static final String CLOCK = "sales-clock";

    private SalesStores() {}

    static StoreBuilder<KeyValueStore<String, CountedOrder>> countedOrders() {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(COUNTED_ORDERS), Serdes.String(), SalesSerdes.countedOrder())
                .withCachingEnabled();
    }

    /** In order of time, so that what is due or too old is one stretch from the beginning. Cached: written at commit. */
    static StoreBuilder<KeyValueStore<MinuteKey, MinuteWindow>> windows() {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(WINDOWS), SalesSerdes.minuteKey(), SalesSerdes.minuteWindow())
                .withCachingEnabled();
    }

    /** What was changed and not published yet, so that a crash between the two commits forgets nothing. */
    static StoreBuilder<KeyValueStore<MinuteKey, Long>> changed() {
        return Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(CHANGED), SalesSerdes.minuteKey(), Serdes.Long());
    }

    static StoreBuilder<KeyValueStore<String, Long>> clock() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(CLOCK), Serdes.String(), Serdes.Long());
    }
}
