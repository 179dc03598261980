package com.rebatesuite.rebate.ledger;

import com.rebatesuite.rebate.earning.AppliedRule;
import com.rebatesuite.rebate.earning.Role;
import com.rebatesuite.rebate.earning.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A share of a line's rebate as it stands, in minor units.
 *
 * @param part counts the parts of a line, from 1; 1 is the base
 * @param earned after amendments
 * @param lot where it went when it became available; 0 before
 * @param steps how it was computed
 */
public record PartRebate(
        int part,
        Role role,
        @Nullable AppliedRule rule,
        @Nullable String couponId,
        long earned,
        long reversed,
        long lot,
        List<Step> steps) {

    public PartRebate {
        if (reversed < 0 || reversed > earned) {
            throw new IllegalArgumentException("reversed: " + reversed + " (expected: 0.." + earned + ")");
        }
        steps = List.copyOf(steps);
    }

    /** Not yet reversed. */
    public long rest() {
        return earned - reversed;
    }

    PartRebate reversed(long total) {
        return new PartRebate(part, role, rule, couponId, earned, total, lot, steps);
    }

    PartRebate earning(long amended, long reversedOfIt, Step step) {
        var more = new ArrayList<>(steps);
        more.add(step);
        return new PartRebate(part, role, rule, couponId, amended, reversedOfIt, lot, more);
    }

    PartRebate inLot(long opened) {
        return new PartRebate(part, role, rule, couponId, earned, reversed, opened, steps);
    }
}
