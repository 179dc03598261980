package com.rebatesuite.inventory.count;

import org.jspecify.annotations.Nullable;

/**
 * One product of a count.
 *
 * @param baseline units on hand when the count was opened
 * @param shortfall units that were short then
 * @param sequence the level's last movement before it
 * @param counted units somebody has found, as of that moment
 * @param closing whether that is being booked, so that it is not changed any more
 * @param booked whether the books have it
 * @param refusal why they could not take it, the last time
 */
public record CountLine(
        String sku,
        long baseline,
        long shortfall,
        long sequence,
        @Nullable Long counted,
        @Nullable String countedBy,
        boolean closing,
        boolean booked,
        @Nullable String refusal) {

    CountLine entered(long quantity, String by) {
        return new CountLine(sku, baseline, shortfall, sequence, quantity, by, false, false, null);
    }

    CountLine frozen() {
        return counted == null || booked
                ? this
                : new CountLine(sku, baseline, shortfall, sequence, counted, countedBy, true, false, null);
    }

    CountLine refused(String why) {
        return booked ? this : new CountLine(sku, baseline, shortfall, sequence, counted, countedBy, false, false, why);
    }

    /** Whether its quantity cannot be another one any more. */
    boolean isFixed() {
        return closing || booked;
    }

    /** Whether it waits for its booking. */
    public boolean isDue() {
        return closing && !booked;
    }

    /** Units found more than there should have been, if they are counted. */
    public @Nullable Long variance() {
        return counted == null ? null : counted - baseline;
    }

    /** By how much what is there, less what is short, has to be corrected. */
    long correction() {
        if (counted == null) {
            throw new IllegalStateException(sku + ": not counted (expected: counted)");
        }
        return counted - baseline + shortfall;
    }
}
