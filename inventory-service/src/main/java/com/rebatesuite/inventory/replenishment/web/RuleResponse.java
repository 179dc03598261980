package com.rebatesuite.inventory.replenishment.web;

import com.rebatesuite.inventory.replenishment.Rule;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A rule; its version is also its ETag. */
record RuleResponse(
        String ruleId,
        String sku,
        String location,
        long min,
        long max,
        long multiple,
        long minimumOrder,
        Duration leadTime,
        String supplier,
        String mode,
        @Nullable Double serviceLevel,
        boolean active,
        long version) {

    static RuleResponse of(Rule rule) {
        return new RuleResponse(
                rule.id(),
                rule.key().sku(),
                rule.key().location(),
                rule.min(),
                rule.max(),
                rule.multiple(),
                rule.minimumOrder(),
                rule.leadTime(),
                rule.supplier(),
                rule.mode().wire(),
                rule.serviceLevel(),
                rule.active(),
                rule.version());
    }

    String tag() {
        return "\"" + version + "\"";
    }
}
