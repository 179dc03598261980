package com.rebatesuite.platform.outbox;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Travels with a message through the binder, which hands it the future of the acknowledgement before the send returns. */
class PendingSend {

    private final String topic;
    private final Map<String, String> headers;
    private final OutboxProducers producers;
    private @Nullable CompletableFuture<?> acknowledgement;

    PendingSend(OutboxRow row, OutboxProducers producers) {
        this.topic = row.topic();
        this.headers = row.headers();
        this.producers = producers;
    }

    /** Called on the sending thread; what follows a failure runs on the producer's thread, before it sends anything else. */
    void sent(CompletableFuture<?> kafka) {
        acknowledgement = kafka.whenComplete((result, failure) -> {
            if (failure != null) {
                producers.kill(topic);
            }
        });
    }

    /** The headers of the record: those of the row, and nothing that the way through the binder has added. */
    Map<String, String> headers() {
        return headers;
    }

    CompletableFuture<?> future() {
        var known = acknowledgement;
        return known != null
                ? known
                : CompletableFuture.failedFuture(
                        new IllegalStateException("the binder gave no acknowledgement (expected: the Kafka binder)"));
    }
}
