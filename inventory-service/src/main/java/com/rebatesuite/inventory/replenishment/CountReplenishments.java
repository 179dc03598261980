package com.rebatesuite.inventory.replenishment;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Counts what is open, for the meters. */
@Component
class CountReplenishments {

    private final Replenishments replenishments;
    private final ReplenishmentMeters meters;
    private final Clock clock;

    CountReplenishments(Replenishments replenishments, ReplenishmentMeters meters, Clock clock) {
        this.replenishments = replenishments;
        this.meters = meters;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "15s")
    void count() {
        try {
            meters.counted(replenishments.census(clock.instant()));
        } catch (RuntimeException unknown) {
            meters.counted(null);
            throw unknown;
        }
    }
}
