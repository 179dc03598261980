package com.rebatesuite.rebate.ledger;

import com.rebatesuite.rebate.earning.BasketLine;
import com.rebatesuite.rebate.earning.EarnedLine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The rebate of one order line as it stands. Amounts are minor units of the order's currency.
 *
 * @param quantity units sold
 * @param returned units sent back so far
 * @param base what the rebate is computed from, after amendments
 * @param bucket where the rest lies; the house when nothing can come of it any more
 * @param reason why it earns nothing or was rejected, in words
 * @param parts the first is the base, bonuses follow
 */
public record LineRebate(
        int line,
        String sku,
        String category,
        String merchant,
        int quantity,
        int returned,
        long base,
        Bucket bucket,
        @Nullable String reason,
        List<PartRebate> parts) {

    public LineRebate {
        if (returned < 0 || returned > quantity) {
            throw new IllegalArgumentException("returned: " + returned + " (expected: 0.." + quantity + ")");
        }
        parts = List.copyOf(parts);
    }

    /** A line as it was sold, with what it earns. */
    static LineRebate estimated(BasketLine sold, EarnedLine earned) {
        var parts = new ArrayList<PartRebate>(earned.parts().size());
        for (var part : earned.parts()) {
            parts.add(new PartRebate(
                    parts.size() + 1, part.role(), part.rule(), part.couponId(), part.minor(), 0, 0, part.steps()));
        }
        return new LineRebate(
                sold.line(),
                sold.sku(),
                sold.category(),
                sold.merchant(),
                sold.quantity(),
                0,
                sold.base(),
                Bucket.ESTIMATED,
                earned.reason(),
                parts);
    }

    /** Sum of its parts. */
    public long earned() {
        return parts.stream().mapToLong(PartRebate::earned).sum();
    }

    /** Sum of its parts. */
    public long reversed() {
        return parts.stream().mapToLong(PartRebate::reversed).sum();
    }

    /** Whether anything can still happen to this line's rebate. */
    public boolean open() {
        return bucket != Bucket.HOUSE;
    }

    LineRebate in(Bucket target) {
        return new LineRebate(line, sku, category, merchant, quantity, returned, base, target, reason, parts);
    }

    LineRebate parts(UnaryOperator<PartRebate> change) {
        var changed = parts.stream().map(change).toList();
        return new LineRebate(line, sku, category, merchant, quantity, returned, base, bucket, reason, changed);
    }

    LineRebate withReturned(int units) {
        return new LineRebate(line, sku, category, merchant, quantity, units, base, bucket, reason, parts);
    }

    LineRebate withBase(long amended) {
        return new LineRebate(line, sku, category, merchant, quantity, returned, amended, bucket, reason, parts);
    }

    LineRebate because(String why) {
        return new LineRebate(line, sku, category, merchant, quantity, returned, base, bucket, why, parts);
    }
}
