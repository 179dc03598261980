package com.rebatesuite.rebate.earning;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A share of a line's rebate that came about in one way.
 *
 * @param rule absent when a coupon alone brought it
 * @param minor minor units, after all caps
 * @param steps how they were computed
 */
public record Part(
        Role role, @Nullable AppliedRule rule, @Nullable String couponId, long minor, List<Step> steps) {

    public Part {
        if (minor < 0) {
            throw new IllegalArgumentException("minor: " + minor + " (expected: >= 0)");
        }
        steps = List.copyOf(steps);
    }

    /** With one more thing that has to be said of it and changes nothing. */
    Part told(String step, String words) {
        var more = new ArrayList<>(steps);
        more.add(new Step(step, words, minor));
        return new Part(role, rule, couponId, minor, more);
    }
}
