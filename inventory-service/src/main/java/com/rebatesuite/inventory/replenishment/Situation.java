package com.rebatesuite.inventory.replenishment;

import com.rebatesuite.inventory.level.LevelKey;
import org.jspecify.annotations.Nullable;

/**
 * All that is known when a rule is looked at.
 *
 * @param open whether the rule has a proposal already that is not ordered yet
 */
public record Situation(
        Rule rule, Position position, @Nullable Forecast forecast, boolean open) {

    /** The same with so many units more on their way. */
    public Situation expecting(long more) {
        return new Situation(rule, position.expecting(more), forecast, open);
    }

    /** The level it is about. */
    public LevelKey key() {
        return rule.key();
    }
}
