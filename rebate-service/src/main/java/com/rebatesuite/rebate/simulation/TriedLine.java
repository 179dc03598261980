package com.rebatesuite.rebate.simulation;

import com.rebatesuite.rebate.earning.Amending;
import com.rebatesuite.rebate.earning.AppliedRule;
import com.rebatesuite.rebate.earning.BasketLine;
import com.rebatesuite.rebate.earning.EarnedLine;
import com.rebatesuite.rebate.earning.HalfEven;
import com.rebatesuite.rebate.rule.Rulebook;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a tried order. Part by part as the ledger counts: a part is worth earned less round(earned × returned /
 * quantity), and follows the base when that is amended. So it does not matter which of the two came first.
 *
 * @param open whether it may still be worth anything
 */
record TriedLine(int quantity, int returned, long base, boolean open, List<Part> parts) {

    static TriedLine sold(BasketLine sold, EarnedLine earned) {
        var parts = earned.parts().stream()
                .map(part -> new Part(part.rule(), part.minor()))
                .toList();
        return new TriedLine(sold.quantity(), 0, sold.base(), true, parts);
    }

    /** Units that may still come back. */
    int left() {
        return quantity - returned;
    }

    TriedLine returning(int units) {
        return new TriedLine(quantity, returned + units, base, open, parts);
    }

    TriedLine amended(long newBase, Rulebook rules) {
        var amended = parts.stream()
                .map(part -> new Part(part.rule(), Amending.amended(part.rule(), part.earned(), base, newBase, rules)))
                .toList();
        return new TriedLine(quantity, returned, newBase, open, amended);
    }

    TriedLine closed() {
        return new TriedLine(quantity, returned, base, false, parts);
    }

    long rest() {
        return open ? parts.stream().mapToLong(this::rest).sum() : 0;
    }

    private long rest(Part part) {
        return part.earned() - HalfEven.share(part.earned(), returned, quantity);
    }

    /** What one rule, or a coupon alone, brought. */
    record Part(@Nullable AppliedRule rule, long earned) {}
}
