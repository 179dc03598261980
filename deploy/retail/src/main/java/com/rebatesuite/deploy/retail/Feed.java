package com.rebatesuite.deploy.retail;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import com.rebatesuite.deploy.retail.check.Difference;
import com.rebatesuite.deploy.retail.gateway.Gateway;
import com.rebatesuite.deploy.retail.gateway.Partners;
import com.rebatesuite.deploy.retail.gateway.Partners.Result;
import com.rebatesuite.deploy.retail.invoices.Order;
import com.rebatesuite.deploy.retail.invoices.Return;
import com.rebatesuite.deploy.retail.invoices.Transaction;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Sends transactions by time. A customer always has the same lane and a lane sends one batch after the other, so what
 * belongs together stays in order. No lane begins a day before all have ended the day before: the events reach the
 * suite's clock windows about as they happened.
 */
final class Feed {

    static final int MOST_ORDERS = 100;

    private final Gateway gateway;
    private final Partners partners;
    private final Pace pace;
    private final Progress progress;
    private final int lanes;
    private final ConcurrentLinkedQueue<Difference> refusals = new ConcurrentLinkedQueue<>();

    Feed(Gateway gateway, Partners partners, Pace pace, Progress progress, int lanes) {
        this.gateway = gateway;
        this.partners = partners;
        this.pace = pace;
        this.progress = progress;
        this.lanes = lanes;
    }

    /** Sends everything and answers what was refused though nothing was wrong with it. */
    List<Difference> send(List<Transaction> transactions) throws InterruptedException {
        var days = transactions.stream().collect(groupingBy(Feed::day, TreeMap::new, toList()));
        try (var threads =
                Executors.newFixedThreadPool(lanes, Thread.ofVirtual().factory())) {
            for (var day : days.values()) {
                var byLane = day.stream().collect(groupingBy(this::lane)).values().stream();
                var jobs = byLane.<Callable<Boolean>>map(lane -> () -> sendLane(lane))
                        .toList();
                for (var job : threads.invokeAll(jobs)) {
                    join(job);
                }
            }
        }
        return List.copyOf(refusals);
    }

    private static void join(Future<Boolean> job) throws InterruptedException {
        try {
            job.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    private static LocalDate day(Transaction transaction) {
        return LocalDate.ofInstant(transaction.at(), ZoneOffset.UTC);
    }

    private int lane(Transaction transaction) {
        return Math.floorMod(transaction.customer().hashCode(), lanes);
    }

    private boolean sendLane(List<Transaction> transactions) throws InterruptedException {
        for (var batch : Batch.of(transactions, pace.batchSize(MOST_ORDERS))) {
            pace.await(batch.orders().size());
            send(batch.orders(), partners::sendOrders, ignored -> ignored);
            send(batch.returns(), partners::sendReturns, this::withoutRefusedOrders);
            progress.advance(batch.orders().size() + batch.returns().size());
        }
        return true;
    }

    /**
     * Sends until every item is taken, or refused for good, or patience ends.
     *
     * @param stillPossible of the items that were not taken, those that could be
     */
    private <T extends Transaction> void send(
            List<T> items, Function<List<T>, List<Result>> sending, Function<List<T>, List<T>> stillPossible) {
        var waiting = gateway.waiting();
        var rest = items;
        while (!rest.isEmpty()) {
            var results = sending.apply(rest).stream().collect(toMap(Result::number, result -> result, (a, b) -> b));
            rest = stillPossible.apply(notTaken(rest, results));
            var over = waiting.over();
            rest = again(rest, results, over);
            if (!rest.isEmpty()) {
                progress.trouble(rest.getFirst().number() + " " + detail(results, rest.getFirst()));
                waiting.pause(Duration.ZERO);
            }
        }
    }

    private static <T extends Transaction> List<T> notTaken(List<T> items, Map<String, Result> results) {
        var notTaken = new ArrayList<T>();
        for (var item : items) {
            var result = results.get(item.number());
            if (result == null || !result.taken()) {
                notTaken.add(item);
            }
        }
        return notTaken;
    }

    private <T extends Transaction> List<T> again(List<T> items, Map<String, Result> results, boolean over) {
        var again = new ArrayList<T>();
        for (var item : items) {
            var result = results.get(item.number());
            if (!over && (result == null || result.retryable())) {
                again.add(item);
            } else {
                refusals.add(new Difference("sending " + item.number(), "accepted", detail(results, item)));
            }
        }
        return again;
    }

    private static String detail(Map<String, Result> results, Transaction item) {
        var result = results.get(item.number());
        return result == null ? "no result" : result.status() + " " + result.code() + " " + result.detail();
    }

    /** Goods of an order that was refused never left the house: they cannot come back, and that is as it should be. */
    private List<Return> withoutRefusedOrders(List<Return> returns) {
        var numbers = returns.stream()
                .map(Return::order)
                .map(Order::number)
                .distinct()
                .toList();
        var orders = partners.find(numbers);
        return returns.stream()
                .filter(returned -> {
                    var order = orders.get(returned.order().number());
                    return order == null || !order.refused();
                })
                .toList();
    }
}
