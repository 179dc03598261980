package com.rebatesuite.inventory.commit;

import com.rebatesuite.inventory.commit.StockCommand.Expire;
import com.rebatesuite.platform.telemetry.Trace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Requests decided under one lock. When somebody would be refused while holds on the same goods have run out, or goods
 * have come in for which others wait, the batch gives way once more and starts again with those reservations on its
 * list: so they are locked in order like everything else.
 */
final class Batch {

    private static final int FOUND_PER_ROUND = 500;
    private static final int ROUNDS = 20;
    private static final String ACTOR = "inventory-service";

    private final Decider decider;
    private final Moment moment;
    private final List<Request> requests;
    private final CommitMeters meters;
    private final Set<UUID> runOut = new LinkedHashSet<>();
    private final Set<Turn> turns = new LinkedHashSet<>();
    private List<Runnable> answers = List.of();
    private boolean again;

    Batch(Decider decider, Moment moment, List<Request> requests, CommitMeters meters) {
        this.decider = decider;
        this.moment = moment;
        this.requests = requests;
        this.meters = meters;
    }

    /** Decides and writes everything, and leaves {@link #answer()} to be called. */
    void bookIn(Books books) {
        int rounds = 0;
        do {
            rounds++;
            boolean mayGiveWay = rounds < ROUNDS;
            var round = meters.round();
            books.book(touched(), loaded -> {
                round.locked();
                var entries = decide(loaded, mayGiveWay);
                round.decided();
                return entries;
            });
            if (!again) {
                round.committed();
            }
        } while (again);
    }

    /** Tells everybody what was decided: only after the commit. */
    void answer() {
        answers.forEach(Runnable::run);
    }

    private Touched touched() {
        var touched = Touched.by(
                Stream.concat(expirations(), requests.stream().map(Request::command))
                        .toList(),
                moment.now());
        turns.forEach(turn -> touched.orders().add(turn.orderId()));
        return touched;
    }

    private Stream<StockCommand> expirations() {
        return runOut.stream().map(orderId -> new Expire(orderId, ACTOR));
    }

    private Entries decide(Loaded loaded, boolean mayGiveWay) {
        var stock = new Stock(loaded, moment.now());
        expirations().forEach(expire -> stock.apply(decider.decide(expire, stock, moment), Trace.NONE));
        answers = new ArrayList<>(requests.size());
        for (var request : requests) {
            answers.add(decide(request, stock));
        }
        stock.fillable().forEach(sku -> fill(sku, stock));
        var more = findsRunOut(stock, loaded);
        again = (findsWaiting(stock, loaded) || more) && mayGiveWay;
        return again ? Entries.NONE : stock.entries();
    }

    private Runnable decide(Request request, Stock stock) {
        try {
            var decision = decider.decide(request.command(), stock, moment);
            if (!request.command().dryRun()) {
                stock.apply(decision, request.trace());
            }
            return () -> request.answer().complete(decision.outcome());
        } catch (ArithmeticException | IllegalArgumentException impossible) {
            return () -> request.answer().completeExceptionally(impossible);
        }
    }

    /**
     * Whoever was promised goods first gets them first; who comes now gets only what is left (see {@link Granting}). Only
     * turns that were looked for are served: with any other reservation on the list somebody might be passed over.
     */
    private void fill(String sku, Stock stock) {
        for (var turn : stock.waiting(sku)) {
            if (turns.contains(turn) && !stock.shelves(sku).isEmpty()) {
                stock.apply(FillRules.fill(turn, ACTOR, stock, moment), Trace.NONE);
            }
        }
    }

    private boolean findsRunOut(Stock stock, Loaded loaded) {
        var skus = stock.shortSkus();
        return !skus.isEmpty() && runOut.addAll(loaded.others().runOut(skus, moment.now(), FOUND_PER_ROUND));
    }

    private boolean findsWaiting(Stock stock, Loaded loaded) {
        var skus = stock.fillable();
        return !skus.isEmpty() && turns.addAll(loaded.others().waiting(skus, FOUND_PER_ROUND));
    }
}
