package com.rebatesuite.inventory.commit;

import com.rebatesuite.platform.telemetry.Trace;
import java.util.concurrent.CompletableFuture;

/** A command that waits for its answer, and the trace of whoever asked. */
record Request(StockCommand command, Trace trace, CompletableFuture<Outcome> answer, long askedNanos) {

    static Request of(StockCommand command, Trace trace) {
        return new Request(command, trace, new CompletableFuture<>(), System.nanoTime());
    }
}
