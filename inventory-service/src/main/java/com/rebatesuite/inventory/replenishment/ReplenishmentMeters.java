package com.rebatesuite.inventory.replenishment;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What operators see of replenishment. */
@Component
class ReplenishmentMeters {

    private final Counter proposals;
    private final Counter receiptsFailed;
    private final Timer evaluated;
    private volatile @Nullable Census census;

    ReplenishmentMeters(MeterRegistry registry) {
        proposals = registry.counter("replenishment.proposals");
        receiptsFailed = registry.counter("replenishment.receipts.failed");
        evaluated = Timer.builder("replenishment.evaluate")
                .description("looking at a batch of rules, and proposing")
                .register(registry);
        Stream.of(Status.values())
                .filter(Status::isOpen)
                .forEach(status -> gauge("replenishment.open", now -> now.open().getOrDefault(status, 0L))
                        .tag("status", status.wire())
                        .register(registry));
        gauge("replenishment.overdue", Census::overdue).register(registry);
        gauge("replenishment.receipts.pending", Census::pendingReceipts).register(registry);
    }

    <T> T evaluating(Supplier<T> work) {
        return Objects.requireNonNull(evaluated.record(work));
    }

    /** Counts what is really proposed: not what a dry run or a failure takes back. */
    void proposed(int count) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                proposals.increment(count);
            }
        });
    }

    void receiptFailed() {
        receiptsFailed.increment();
    }

    /** What is open now; null when that is not known, which must not look as if nothing were. */
    void counted(@Nullable Census now) {
        census = now;
    }

    private Gauge.Builder<ReplenishmentMeters> gauge(String name, ToDoubleFunction<Census> value) {
        return Gauge.builder(name, this, meters -> {
            var known = meters.census;
            return known == null ? Double.NaN : value.applyAsDouble(known);
        });
    }
}
