package com.rebatesuite.rebate.ledger.kafka;

import com.rebatesuite.rebate.budget.Slice;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The named, persistent stores of the ledger. A name that changes is a ledger that is lost: they are part of the data. */
final class LedgerStores {

    /** Accounts, orders, lots and the rest, by shopper: one store, because every store of every partition costs memory. */
    static final String BOOKS = "books";

    /** Which shopper has something that expires, by the second. */
    static final String DUE = "due";

    static final String SLICES = "budget-slices";
    static final String WAITING = "waiting";

    private LedgerStores() {}

    static Set<StoreBuilder<?>> all() {
        return Set.of(
                persistent(BOOKS, Serdes.String(), StateSerde.states()),
                persistent(DUE, Serdes.String(), Serdes.String()),
                persistent(SLICES, Serdes.String(), StateSerde.of(Slice.class)),
                persistent(WAITING, Serdes.Long(), ArrivalSerde.serde()));
    }

    private static <K, V> StoreBuilder<?> persistent(String name, Serde<K> keys, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), keys, values)
                .withCachingEnabled();
    }
}
