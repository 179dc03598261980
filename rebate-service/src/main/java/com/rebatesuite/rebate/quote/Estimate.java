package com.rebatesuite.rebate.quote;

import com.rebatesuite.rebate.earning.AppliedRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one unit of a product earns by the rules of one moment.
 *
 * @param rebate minor units; bonuses that may come on top are not in it
 * @param rule whose it is; absent when nothing is earned
 * @param most what a line may earn in all; {@link Long#MAX_VALUE} without a cap
 * @param sure whether it depends on nothing but the product, so that it can be promised
 * @param words how it comes about, or why there is none
 * @param more titles of what may bring more, if its conditions are met
 */
public record Estimate(
        long rebate, @Nullable AppliedRule rule, long most, boolean sure, String words, List<String> more) {

    public Estimate {
        more = List.copyOf(more);
    }

    /** Whether there is something to promise. */
    boolean worthAPromise() {
        return sure && rule != null && rebate > 0;
    }
}
