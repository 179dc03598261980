package com.rebatesuite.rebate.view;

import com.rebatesuite.rebate.store.StoreUnavailable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The views as a fold over everything that was written, computed anew for every question. */
public final class InMemoryViews implements Views {

    private final List<Recorded> written = new ArrayList<>();
    private boolean away;

    public synchronized void away(boolean isAway) {
        away = isAway;
    }

    @Override
    public synchronized void write(List<Recorded> decisions) {
        check();
        written.addAll(decisions);
        written.sort(Comparator.comparingLong(Recorded::version));
    }

    @Override
    public synchronized AccountView account(String userId) {
        check();
        var own = written.stream()
                .filter(decision -> decision.userId().equals(userId))
                .toList();
        if (own.isEmpty()) {
            return AccountView.none(userId);
        }
        var balances = own.stream()
                .map(Recorded::balance)
                .collect(java.util.stream.Collectors.toMap(BalanceView::currency, balance -> balance, (a, b) -> b));
        return new AccountView(
                userId, own.getLast().version(), own.getLast().recordedAt(), List.copyOf(balances.values()));
    }

    @Override
    public synchronized List<BookedEntry> entries(String userId, long before, int limit) {
        check();
        return written.stream()
                .filter(decision -> decision.userId().equals(userId))
                .flatMap(InMemoryViews::booked)
                .distinct()
                .filter(booked -> booked.entry().sequence() < before)
                .sorted(Comparator.comparingLong(
                                (BookedEntry booked) -> booked.entry().sequence())
                        .reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<ExplainedOrder> explain(String orderId) {
        check();
        var own = written.stream()
                .filter(decision -> decision.order().orderId().equals(orderId))
                .toList();
        return own.isEmpty()
                ? Optional.empty()
                : Optional.of(new ExplainedOrder(
                        own.getLast().order(),
                        own.stream().flatMap(InMemoryViews::booked).distinct().toList()));
    }

    @Override
    public synchronized List<OrderView> orders(Collection<String> orderIds) {
        return orderIds.stream()
                .distinct()
                .flatMap(id -> explain(id).stream())
                .map(ExplainedOrder::order)
                .toList();
    }

    private void check() {
        if (away) {
            throw new StoreUnavailable("away");
        }
    }

    private static java.util.stream.Stream<BookedEntry> booked(Recorded decision) {
        return decision.entries().stream()
                .map(entry -> new BookedEntry(decision.version(), decision.recordedAt(), decision.cause(), entry));
    }
}
