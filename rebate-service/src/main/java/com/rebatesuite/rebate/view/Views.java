package com.rebatesuite.rebate.view;

import com.rebatesuite.rebate.store.StoreUnavailable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What is served of the ledger. All of it fails with {@link StoreUnavailable} when the store cannot be asked. */
public interface Views {

    /**
     * Writes what the decisions say and returns when it is stored. Any of them again, late or in another order leads to
     * the same views. Whoever sees a balance sees its entries.
     */
    void write(List<Recorded> decisions);

    /** What a shopper has. */
    AccountView account(String userId);

    /** Up to {@code limit} entries of a shopper with a lower number than {@code before}, newest first. */
    List<BookedEntry> entries(String userId, long before, int limit);

    /** The rebate of one order, with its entries. */
    Optional<ExplainedOrder> explain(String orderId);

    /** The rebates of those of these orders that have one. */
    List<OrderView> orders(Collection<String> orderIds);
}
