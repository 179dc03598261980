package com.rebatesuite.rebate.view.cassandra;

import com.rebatesuite.rebate.view.AccountView;
import com.rebatesuite.rebate.view.AdjustmentView;
import com.rebatesuite.rebate.view.BookedEntry;
import com.rebatesuite.rebate.view.ClaimView;
import com.rebatesuite.rebate.view.DayMovement;
import com.rebatesuite.rebate.view.ExplainedOrder;
import com.rebatesuite.rebate.view.FrozenView;
import com.rebatesuite.rebate.view.OrderView;
import com.rebatesuite.rebate.view.Owned;
import com.rebatesuite.rebate.view.PayoutMethodView;
import com.rebatesuite.rebate.view.Recorded;
import com.rebatesuite.rebate.view.Statement;
import com.rebatesuite.rebate.view.TooManyEntries;
import com.rebatesuite.rebate.view.Views;
import com.rebatesuite.rebate.view.WithdrawalView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The views in Cassandra: every question goes to the generation of the tables that is served. */
@Component
class CassandraViews implements Views {

    private final Tables tables;
    private final EntryReads entries;
    private final AccountReads accounts;
    private final OrderReads orders;
    private final ThingReads things;
    private final DayReads days;
    private final Breaker breaker = new Breaker();

    CassandraViews(Tables tables, JsonMapper mapper) {
        this.tables = tables;
        var json = new JsonColumns(mapper);
        var reading = new Reading(tables::served);
        this.entries = new EntryReads(reading, json);
        this.accounts = new AccountReads(reading, entries, json);
        this.orders = new OrderReads(reading, entries, json);
        this.things = new ThingReads(reading, json);
        this.days = new DayReads(reading, json);
    }

    @Override
    public void write(List<Recorded> decisions) {
        tables.write(tables.serving(), decisions);
    }

    @Override
    public AccountView account(String userId) {
        return breaker.read(() -> accounts.now(userId).account());
    }

    @Override
    public AccountView accountAt(String userId, Instant at) {
        return breaker.read(() -> accounts.at(accounts.now(userId), at).account());
    }

    @Override
    public List<AccountView> changesAfter(String userId, long version, int limit) {
        return breaker.read(() -> accounts.changesAfter(userId, version, limit));
    }

    @Override
    public List<BookedEntry> entries(String userId, long before, int limit) {
        return breaker.read(() -> {
            long last = Math.min(before - 1, accounts.now(userId).lastEntry());
            return entries.newestFirst(userId, 1, last, limit);
        });
    }

    @Override
    public List<BookedEntry> entriesBetween(String userId, Instant from, Instant to, long before, int limit) {
        return breaker.read(() -> {
            var now = accounts.now(userId);
            long first = accounts.at(now, before(from)).lastEntry() + 1;
            long last = Math.min(before - 1, accounts.at(now, to).lastEntry());
            return entries.newestFirst(userId, first, last, limit);
        });
    }

    @Override
    public List<BookedEntry> entriesOf(String userId, long first, long last) {
        return breaker.read(() -> entries.oldestFirst(userId, List.of(new EntryReads.Range(first, last))));
    }

    @Override
    public Statement statement(String userId, Instant from, Instant to, int limit) {
        return breaker.read(() -> {
            var now = accounts.now(userId);
            var opening = accounts.at(now, before(from));
            var closing = accounts.at(now, to);
            long count = closing.lastEntry() - opening.lastEntry();
            if (count > limit) {
                throw new TooManyEntries(count, limit);
            }
            var between = new EntryReads.Range(opening.lastEntry() + 1, closing.lastEntry());
            return new Statement(
                    opening.account(),
                    count < 1 ? List.of() : entries.oldestFirst(userId, List.of(between)),
                    closing.account());
        });
    }

    @Override
    public Optional<ExplainedOrder> explain(String orderId) {
        return breaker.read(() -> orders.explain(orderId));
    }

    @Override
    public List<OrderView> orders(Collection<String> orderIds) {
        return breaker.read(() -> orders.orders(orderIds));
    }

    @Override
    public Optional<Owned<WithdrawalView>> withdrawal(String withdrawalId) {
        return breaker.read(() -> things.one(Thing.WITHDRAWAL, withdrawalId));
    }

    @Override
    public List<Owned<WithdrawalView>> withdrawals(String userId, @Nullable String before, int limit) {
        return breaker.read(() -> things.ofUser(Thing.WITHDRAWAL, userId, before, limit));
    }

    @Override
    public List<Owned<WithdrawalView>> withdrawalsOfDay(LocalDate day, @Nullable String after, int limit) {
        return breaker.read(() -> things.ofDay(Thing.WITHDRAWAL, day, after, limit));
    }

    @Override
    public List<Owned<WithdrawalView>> withdrawalsOfBatch(String batchId, @Nullable String after, int limit) {
        return breaker.read(() -> things.ofBatch(batchId, after, limit));
    }

    @Override
    public Optional<Owned<PayoutMethodView>> payoutMethod(String userId) {
        return breaker.read(() -> things.one(Thing.Single.PAYOUT_METHOD, userId));
    }

    @Override
    public Optional<Owned<AdjustmentView>> adjustment(String adjustmentId) {
        return breaker.read(() -> things.one(Thing.ADJUSTMENT, adjustmentId));
    }

    @Override
    public List<Owned<AdjustmentView>> adjustments(String userId, @Nullable String before, int limit) {
        return breaker.read(() -> things.ofUser(Thing.ADJUSTMENT, userId, before, limit));
    }

    @Override
    public List<Owned<AdjustmentView>> adjustmentsOfDay(LocalDate day, @Nullable String after, int limit) {
        return breaker.read(() -> things.ofDay(Thing.ADJUSTMENT, day, after, limit));
    }

    @Override
    public Optional<Owned<ClaimView>> claim(String claimId) {
        return breaker.read(() -> things.one(Thing.CLAIM, claimId));
    }

    @Override
    public List<Owned<ClaimView>> claims(String userId, @Nullable String before, int limit) {
        return breaker.read(() -> things.ofUser(Thing.CLAIM, userId, before, limit));
    }

    @Override
    public List<Owned<ClaimView>> claimsOfDay(LocalDate day, @Nullable String after, int limit) {
        return breaker.read(() -> things.ofDay(Thing.CLAIM, day, after, limit));
    }

    @Override
    public Optional<Owned<FrozenView>> frozen(String userId) {
        return breaker.read(() -> things.one(Thing.Single.ACCOUNT_STATE, userId));
    }

    @Override
    public List<DayMovement> movementsOfDay(LocalDate day) {
        return breaker.read(() -> days.of(day));
    }

    /** The last moment before. */
    private static Instant before(Instant from) {
        return from.minusNanos(1);
    }
}
