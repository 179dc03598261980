package com.rebatesuite.rebate.ledger.kafka;

import com.rebatesuite.rebate.ledger.Account;
import com.rebatesuite.rebate.ledger.OrderRebate;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** The named, persistent stores of the ledger. A name that changes is a ledger that is lost: they are part of the data. */
final class LedgerStores {

    static final String ACCOUNTS = "accounts";
    static final String ORDERS = "order-rebates";

    private LedgerStores() {}

    static Set<StoreBuilder<?>> all() {
        return Set.of(
                Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(ACCOUNTS), Serdes.String(), StateSerde.of(Account.class))
                        .withCachingEnabled(),
                Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(ORDERS),
                                Serdes.String(),
                                StateSerde.of(OrderRebate.class))
                        .withCachingEnabled());
    }

    /** Orders by (user, order): those of one user lie side by side. */
    record OrderStore(KeyValueStore<String, OrderRebate> store) {

        @Nullable OrderRebate get(String userId, String orderId) {
            return store.get(key(userId, orderId));
        }

        void put(String userId, OrderRebate order) {
            store.put(key(userId, order.orderId()), order);
        }

        // An order id is a UUID and holds no slash, so the last slash divides the two whatever the user is called.
        private static String key(String userId, String orderId) {
            return userId + "/" + orderId;
        }
    }
}
