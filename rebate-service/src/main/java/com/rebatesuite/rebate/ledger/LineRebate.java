package com.rebatesuite.rebate.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one line of an order earned and what of it was reversed, in minor units of the order's currency.
 *
 * @param quantity units sold
 * @param returned units sent back so far
 * @param base the amount the rate applies to
 * @param bucket where the rest lies; the house when nothing is left to come back
 * @param steps how {@code earned} was computed
 */
public record LineRebate(
        int line,
        String sku,
        int quantity,
        int returned,
        long base,
        long earned,
        long reversed,
        Bucket bucket,
        @Nullable AppliedRule rule,
        List<Step> steps) {

    public LineRebate {
        if (returned < 0 || returned > quantity) {
            throw new IllegalArgumentException("returned: " + returned + " (expected: 0.." + quantity + ")");
        }
        if (reversed < 0 || reversed > earned) {
            throw new IllegalArgumentException("reversed: " + reversed + " (expected: 0.." + earned + ")");
        }
        steps = List.copyOf(steps);
    }

    /** Not yet reversed. */
    public long rest() {
        return earned - reversed;
    }

    /** Whether anything can still happen to this line's rebate. */
    public boolean open() {
        return bucket != Bucket.HOUSE;
    }

    LineRebate in(Bucket target) {
        return new LineRebate(line, sku, quantity, returned, base, earned, reversed, target, rule, steps);
    }

    /** After more units came back; reversed so far = round(earned × returned / quantity), so a full return leaves zero. */
    LineRebate returning(int units) {
        int total = Math.addExact(returned, units);
        return new LineRebate(
                line,
                sku,
                quantity,
                total,
                base,
                earned,
                HalfEven.share(earned, total, quantity),
                total == quantity ? Bucket.HOUSE : bucket,
                rule,
                steps);
    }

    LineRebate cancelled() {
        return new LineRebate(line, sku, quantity, returned, base, earned, earned, Bucket.HOUSE, rule, steps);
    }
}
