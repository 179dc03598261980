package com.rebatesuite.rebate.view;

import com.rebatesuite.rebate.store.StoreUnavailable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is served of the ledger. All of it fails with {@link StoreUnavailable} when the store cannot be asked. Lists are in
 * the order of ids or numbers; {@code before} and {@code after} are the last one seen, null for the first page.
 */
public interface Views {

    /**
     * Writes what the decisions say and returns when it is stored. Any of them again, late or in another order leads to
     * the same views. Whoever sees a balance sees its entries.
     */
    void write(List<Recorded> decisions);

    /** What a shopper has. */
    AccountView account(String userId);

    /** What a shopper had at that time, the time included. */
    AccountView accountAt(String userId, Instant at);

    /** What a shopper had after each of the latest decisions since {@code version}, at most {@code limit}, oldest first. */
    List<AccountView> changesAfter(String userId, long version, int limit);

    /** Up to {@code limit} entries of a shopper with a lower number than {@code before}, newest first. */
    List<BookedEntry> entries(String userId, long before, int limit);

    /** The same of those recorded from {@code from} until {@code to}, both included. */
    List<BookedEntry> entriesBetween(String userId, Instant from, Instant to, long before, int limit);

    /** The entries with these numbers, oldest first; those that do not exist are left out. */
    List<BookedEntry> entriesOf(String userId, long first, long last);

    /**
     * The statement of a period, both ends included.
     *
     * @throws TooManyEntries when there are more than {@code limit}
     */
    Statement statement(String userId, Instant from, Instant to, int limit);

    /** The rebate of one order, with its entries. */
    Optional<ExplainedOrder> explain(String orderId);

    /** The rebates of those of these orders that have one. */
    List<OrderView> orders(Collection<String> orderIds);

    /** One withdrawal. */
    Optional<Owned<WithdrawalView>> withdrawal(String withdrawalId);

    /** A shopper's withdrawals, newest first. */
    List<Owned<WithdrawalView>> withdrawals(String userId, @Nullable String before, int limit);

    /** What was requested on that day (UTC), oldest first. */
    List<Owned<WithdrawalView>> withdrawalsOfDay(LocalDate day, @Nullable String after, int limit);

    /** What was put into that batch, oldest first. */
    List<Owned<WithdrawalView>> withdrawalsOfBatch(String batchId, @Nullable String after, int limit);

    /** Where a shopper wants his money. */
    Optional<Owned<PayoutMethodView>> payoutMethod(String userId);

    /** One adjustment. */
    Optional<Owned<AdjustmentView>> adjustment(String adjustmentId);

    /** The adjustments of an account, newest first. */
    List<Owned<AdjustmentView>> adjustments(String userId, @Nullable String before, int limit);

    /** What was proposed on that day (UTC), oldest first. */
    List<Owned<AdjustmentView>> adjustmentsOfDay(LocalDate day, @Nullable String after, int limit);

    /** One claim. */
    Optional<Owned<ClaimView>> claim(String claimId);

    /** A shopper's claims, newest first. */
    List<Owned<ClaimView>> claims(String userId, @Nullable String before, int limit);

    /** What was filed on that day (UTC), oldest first. */
    List<Owned<ClaimView>> claimsOfDay(LocalDate day, @Nullable String after, int limit);

    /** Whether an account is frozen; empty when it never was. */
    Optional<Owned<FrozenView>> frozen(String userId);

    /** What was booked on that day (UTC), summed by currency and way. */
    List<DayMovement> movementsOfDay(LocalDate day);
}
