package com.rebatesuite.rebate.view;

import com.rebatesuite.rebate.store.StoreUnavailable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The views as a fold over everything that was written, computed anew for every question. */
public final class InMemoryViews implements Views {

    private final TreeMap<String, Recorded> written = new TreeMap<>();
    private boolean away;

    public synchronized void away(boolean isAway) {
        away = isAway;
    }

    @Override
    public synchronized void write(List<Recorded> decisions) {
        check();
        decisions.forEach(
                decision -> written.put("%s/%019d".formatted(decision.userId(), decision.version()), decision));
    }

    @Override
    public AccountView account(String userId) {
        return last(of(userId), userId);
    }

    @Override
    public AccountView accountAt(String userId, Instant at) {
        return last(of(userId).filter(decision -> !decision.recordedAt().isAfter(at)), userId);
    }

    @Override
    public List<AccountView> changesAfter(String userId, long version, int limit) {
        var all = of(userId)
                .filter(decision -> decision.version() > version)
                .map(Recorded::accountAfter)
                .toList();
        return all.subList(Math.max(0, all.size() - limit), all.size());
    }

    @Override
    public List<BookedEntry> entries(String userId, long before, int limit) {
        return entriesBetween(userId, Instant.MIN, Instant.MAX, before, limit);
    }

    @Override
    public List<BookedEntry> entriesBetween(String userId, Instant from, Instant to, long before, int limit) {
        return between(userId, from, to)
                .filter(booked -> booked.entry().sequence() < before)
                .sorted(Comparator.comparingLong(
                                (BookedEntry booked) -> booked.entry().sequence())
                        .reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<BookedEntry> entriesOf(String userId, long first, long last) {
        return between(userId, Instant.MIN, Instant.MAX)
                .filter(booked -> booked.entry().sequence() >= first)
                .filter(booked -> booked.entry().sequence() <= last)
                .toList();
    }

    @Override
    public Statement statement(String userId, Instant from, Instant to, int limit) {
        var entries = between(userId, from, to).toList();
        if (entries.size() > limit) {
            throw new TooManyEntries(entries.size(), limit);
        }
        return new Statement(accountAt(userId, from.minusMillis(1)), entries, accountAt(userId, to));
    }

    @Override
    public Optional<ExplainedOrder> explain(String orderId) {
        return all().map(Recorded::order)
                .filter(order -> order != null && order.orderId().equals(orderId))
                .reduce((one, newer) -> newer)
                .map(order -> new ExplainedOrder(
                        Objects.requireNonNull(order),
                        all().flatMap(decision -> decision.booked().stream())
                                .filter(booked -> orderId.equals(booked.entry().orderId()))
                                .toList()));
    }

    @Override
    public List<OrderView> orders(Collection<String> orderIds) {
        return orderIds.stream()
                .distinct()
                .flatMap(id -> explain(id).stream())
                .map(ExplainedOrder::order)
                .toList();
    }

    @Override
    public Optional<Owned<WithdrawalView>> withdrawal(String withdrawalId) {
        return one(things(Recorded::withdrawal, WithdrawalView::withdrawalId), withdrawalId);
    }

    @Override
    public List<Owned<WithdrawalView>> withdrawals(String userId, @Nullable String before, int limit) {
        return ofUser(things(Recorded::withdrawal, WithdrawalView::withdrawalId), userId, before, limit);
    }

    @Override
    public List<Owned<WithdrawalView>> withdrawalsOfDay(LocalDate day, @Nullable String after, int limit) {
        return page(
                things(Recorded::withdrawal, WithdrawalView::withdrawalId),
                owned -> dayOf(owned.value().requestedAt()).equals(day),
                after,
                limit);
    }

    @Override
    public List<Owned<WithdrawalView>> withdrawalsOfBatch(String batchId, @Nullable String after, int limit) {
        return page(
                things(Recorded::withdrawal, WithdrawalView::withdrawalId),
                owned -> batchId.equals(owned.value().batchId()),
                after,
                limit);
    }

    @Override
    public Optional<Owned<PayoutMethodView>> payoutMethod(String userId) {
        return one(things(Recorded::payoutMethod, null), userId);
    }

    @Override
    public Optional<Owned<AdjustmentView>> adjustment(String adjustmentId) {
        return one(things(Recorded::adjustment, AdjustmentView::adjustmentId), adjustmentId);
    }

    @Override
    public List<Owned<AdjustmentView>> adjustments(String userId, @Nullable String before, int limit) {
        return ofUser(things(Recorded::adjustment, AdjustmentView::adjustmentId), userId, before, limit);
    }

    @Override
    public List<Owned<AdjustmentView>> adjustmentsOfDay(LocalDate day, @Nullable String after, int limit) {
        return page(
                things(Recorded::adjustment, AdjustmentView::adjustmentId),
                owned -> dayOf(owned.value().proposedAt()).equals(day),
                after,
                limit);
    }

    @Override
    public Optional<Owned<ClaimView>> claim(String claimId) {
        return one(things(Recorded::claim, ClaimView::claimId), claimId);
    }

    @Override
    public List<Owned<ClaimView>> claims(String userId, @Nullable String before, int limit) {
        return ofUser(things(Recorded::claim, ClaimView::claimId), userId, before, limit);
    }

    @Override
    public List<Owned<ClaimView>> claimsOfDay(LocalDate day, @Nullable String after, int limit) {
        return page(
                things(Recorded::claim, ClaimView::claimId),
                owned -> dayOf(owned.value().filedAt()).equals(day),
                after,
                limit);
    }

    @Override
    public Optional<Owned<FrozenView>> frozen(String userId) {
        return one(things(Recorded::account, null), userId);
    }

    @Override
    public List<DayMovement> movementsOfDay(LocalDate day) {
        var sums = new TreeMap<String, DayMovement>();
        all().filter(decision -> dayOf(decision.recordedAt()).equals(day))
                .flatMap(decision -> decision.entries().stream())
                .map(DayMovement::of)
                .forEach(movement -> sums.merge(movement.way(), movement, DayMovement::plus));
        return List.copyOf(sums.values());
    }

    private synchronized Stream<Recorded> all() {
        check();
        return List.copyOf(written.values()).stream();
    }

    private Stream<Recorded> of(String userId) {
        return all().filter(decision -> decision.userId().equals(userId));
    }

    private Stream<BookedEntry> between(String userId, Instant from, Instant to) {
        return of(userId)
                .filter(decision -> !decision.recordedAt().isBefore(from)
                        && !decision.recordedAt().isAfter(to))
                .flatMap(decision -> decision.booked().stream());
    }

    private static AccountView last(Stream<Recorded> decisions, String userId) {
        return decisions
                .reduce((one, newer) -> newer)
                .map(Recorded::accountAfter)
                .orElseGet(() -> AccountView.none(userId));
    }

    /** The latest of each thing by its id, or by its user where there is one for each. */
    private <T> NavigableMap<String, Owned<T>> things(
            Function<Recorded, @Nullable T> thing, @Nullable Function<T, String> id) {
        var things = new LinkedHashMap<String, Owned<T>>();
        all().forEach(decision -> {
            var value = thing.apply(decision);
            if (value != null) {
                var owned = new Owned<T>(decision.userId(), decision.version(), value);
                things.put(id == null ? decision.userId() : id.apply(value), owned);
            }
        });
        return new TreeMap<>(things);
    }

    private static <T> Optional<Owned<T>> one(NavigableMap<String, Owned<T>> things, String id) {
        return Optional.ofNullable(things.get(id));
    }

    private static <T> List<Owned<T>> ofUser(
            NavigableMap<String, Owned<T>> things, String userId, @Nullable String before, int limit) {
        var older = before == null ? things : things.headMap(before, false);
        return older.descendingMap().values().stream()
                .filter(owned -> owned.userId().equals(userId))
                .limit(limit)
                .toList();
    }

    private static <T> List<Owned<T>> page(
            NavigableMap<String, Owned<T>> things, Predicate<Owned<T>> which, @Nullable String after, int limit) {
        var newer = after == null ? things : things.tailMap(after, false);
        return newer.values().stream().filter(which).limit(limit).toList();
    }

    private static LocalDate dayOf(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    private void check() {
        if (away) {
            throw new StoreUnavailable("away");
        }
    }
}
