package com.rebatesuite.rebate.budget;

/**
 * What one partition of the ledger holds of a rule's budget.
 *
 * @param left minor units that may be spent
 * @param asked a request is under way
 * @param number of the last request
 * @param version of the rule when the authority last answered, or the slice was given back
 * @param exhausted there was no more to be had then
 */
public record Slice(String ruleId, long left, boolean asked, int number, int version, boolean exhausted) {

    public Slice {
        if (left < 0) {
            throw new IllegalArgumentException("left: " + left + " (expected: >= 0)");
        }
    }

    /** Nothing at hand, nothing asked for. */
    public static Slice none(String ruleId) {
        return new Slice(ruleId, 0, false, 0, 0, false);
    }

    /** Whether asking may bring more: a changed rule may have a larger budget. */
    public boolean mayGrow(int versionOfRule) {
        return !exhausted || version < versionOfRule;
    }

    public Slice draw(long minor) {
        return new Slice(ruleId, left - minor, asked, number, version, exhausted);
    }

    public Slice ask() {
        return new Slice(ruleId, left, true, number + 1, version, exhausted);
    }

    /** The answer to the request of that number; a repeat changes nothing. */
    public Slice granted(int answered, long minor, int versionOfRule, boolean nothingLeft) {
        return answered == number && asked
                ? new Slice(ruleId, Math.addExact(left, minor), false, number, versionOfRule, nothingLeft)
                : this;
    }

    /** Whether the rest goes back: the rule has ended, or reads differently now. */
    public boolean isStale(boolean ended, int versionOfRule) {
        return left > 0 && !asked && (ended || version < versionOfRule);
    }

    public Slice givenBack(int versionOfRule) {
        return new Slice(ruleId, 0, false, number + 1, versionOfRule, false);
    }
}
