package com.rebatesuite.rebate.budget;

/**
 * What of a rule's budget is in the hands of the partitions, spent or not.
 *
 * @param granted minor units
 */
public record Campaign(String ruleId, long granted) {

    /** A slice beyond what is needed at once is this fraction of what is free, per partition. */
    private static final int SHARES = 4;

    public Campaign {
        if (granted < 0) {
            throw new IllegalArgumentException("granted: " + granted + " (expected: >= 0)");
        }
    }

    /** Nothing granted yet. */
    public static Campaign untouched(String ruleId) {
        return new Campaign(ruleId, 0);
    }

    /**
     * What a partition gets that asks for {@code minor}: that much, or a small share if that is more, as far as there is any.
     * The share shrinks with what is free, so that the last cent can be spent wherever it is asked for.
     */
    public Grant grant(long minor, long budget, int partitions) {
        if (minor <= 0) {
            throw new IllegalArgumentException("minor: " + minor + " (expected: > 0)");
        }
        long free = Math.max(0, budget - granted);
        long share = free / ((long) SHARES * partitions);
        long given = Math.min(Math.max(minor, share), free);
        return new Grant(given, given == free);
    }

    /** After a grant. */
    public Campaign after(Grant grant) {
        return new Campaign(ruleId, Math.addExact(granted, grant.minor()));
    }

    /** After a partition gave back what it did not spend. */
    public Campaign givenBack(long minor) {
        return new Campaign(ruleId, granted - minor);
    }

    /**
     * An answer of the authority.
     *
     * @param minor minor units, none if there are none
     * @param exhausted nothing is free after it
     */
    public record Grant(long minor, boolean exhausted) {}
}
