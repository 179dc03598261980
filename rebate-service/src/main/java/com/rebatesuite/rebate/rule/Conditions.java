package com.rebatesuite.rebate.rule;

import org.jspecify.annotations.Nullable;

/**
 * What must be so for a rule to apply.
 *
 * @param minSpend the whole order costs at least this
 * @param newUsersOnly it is the shopper's first order
 * @param couponRequired the shopper holds a coupon of the campaign that has the rule's id
 */
public record Conditions(@Nullable Amount minSpend, boolean newUsersOnly, boolean couponRequired) {

    /** It always applies. */
    public static final Conditions NONE = new Conditions(null, false, false);
}
