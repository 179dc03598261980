package com.rebatesuite.rebate.view.cassandra;

import com.rebatesuite.rebate.store.StoreUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Sends many statements with a bounded number of them in flight, and waits for all. */
final class InFlight {

    private static final int MOST = 32;

    private InFlight() {}

    /** The answers in the order of the statements; fails as the first that failed did, after all have ended. */
    static <S, A> List<A> all(Iterable<S> statements, Function<S, CompletionStage<A>> send) {
        var permits = new Semaphore(MOST);
        var answers = new ArrayList<CompletableFuture<A>>();
        for (var statement : statements) {
            permits.acquireUninterruptibly();
            answers.add(send.apply(statement)
                    .whenComplete((answer, failure) -> permits.release())
                    .toCompletableFuture());
        }
        try {
            CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
            return answers.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException failed) {
            throw new StoreUnavailable("Cassandra does not answer", failed);
        }
    }
}
