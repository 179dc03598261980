package com.rebatesuite.inventory.replenishment;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks at one batch of rules after the other, round and round: for what no movement of stock tells, such as another
 * rule, another forecast, or demand that comes nearer.
 */
@Component
class SweepRules {

    private final EvaluateRules evaluate;
    private final ReplenishmentProperties properties;
    private String last = "";

    SweepRules(EvaluateRules evaluate, ReplenishmentProperties properties) {
        this.evaluate = evaluate;
        this.properties = properties;
    }

    @Scheduled(
            fixedDelayString = "${replenishment.sweep-every:10s}",
            initialDelayString = "${replenishment.sweep-every:10s}")
    void sweep() {
        last = evaluate.evaluateAfter(last, properties.sweepBatch()).last();
    }
}
