package com.rebatesuite.inventory.transfer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has booked what was planned by somebody who was killed before he could, and who has not asked again. */
@Component
public class FinishTransfers {

    // Much longer than anybody waits for his answer.
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int AT_ONCE = 100;

    private final Transfers transfers;
    private final MoveGoods moveGoods;
    private final Clock clock;
    private final Counter finished;

    public FinishTransfers(Transfers transfers, MoveGoods moveGoods, Clock clock, MeterRegistry registry) {
        this.transfers = transfers;
        this.moveGoods = moveGoods;
        this.clock = clock;
        this.finished = registry.counter("stock.transfers.finished");
    }

    /** Looks for such steps. Those that do not fit in come the next time. */
    @Scheduled(
            fixedRateString = "${stock.transfers.finish-every:30s}",
            initialDelayString = "${stock.transfers.finish-every:30s}")
    public void finish() {
        for (var transfer : transfers.unfinished(clock.instant().minus(PATIENCE), AT_ONCE)) {
            transfer.steps().stream().filter(step -> !step.isDone()).forEach(step -> {
                var unused = moveGoods.carryOut(transfer, step.request());
                finished.increment();
            });
        }
    }
}
