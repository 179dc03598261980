package com.rebatesuite.inventory.commit;

import com.rebatesuite.inventory.reservation.Reservations;
import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends holds that nobody asked for any more. It only tidies: a decision does not count them anyway. */
@Component
class ExpireHolds {

    private static final String ACTOR = "inventory-service";

    private final Reservations reservations;
    private final GroupCommit commit;
    private final Clock clock;
    private final StockProperties properties;

    ExpireHolds(Reservations reservations, GroupCommit commit, Clock clock, StockProperties properties) {
        this.reservations = reservations;
        this.commit = commit;
        this.clock = clock;
        this.properties = properties;
    }

    /** Submits what has run out and waits for nobody: what does not fit into the queue comes the next time. */
    @Scheduled(fixedDelayString = "${stock.sweep-every:5s}", initialDelayString = "${stock.sweep-every:5s}")
    void sweep() {
        for (var orderId : reservations.runOut(clock.instant(), properties.sweepBatch())) {
            try {
                var unused = commit.submit(new StockCommand.Expire(orderId, ACTOR));
            } catch (QueueFull busy) {
                return;
            }
        }
    }
}
