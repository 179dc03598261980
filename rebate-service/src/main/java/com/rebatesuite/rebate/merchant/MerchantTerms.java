package com.rebatesuite.rebate.merchant;

import com.rebatesuite.rebate.revision.Revised;
import java.time.Duration;

/**
 * What was agreed with a merchant.
 *
 * @param revision how often it was changed; 0: nothing was ever said, so these are the defaults
 * @param confirmAfterDays days from payment until the merchant is expected to confirm
 */
public record MerchantTerms(String merchant, int revision, int confirmAfterDays, Clawback clawback) implements Revised {

    public static final int LONGEST_DAYS = 365;

    private static final int DEFAULT_DAYS = 30;

    public MerchantTerms {
        if (merchant.isBlank()) {
            throw new IllegalArgumentException("merchant: blank (expected: a name)");
        }
        if (revision < 0) {
            throw new IllegalArgumentException("revision: " + revision + " (expected: >= 0)");
        }
        if (confirmAfterDays < 0 || confirmAfterDays > LONGEST_DAYS) {
            throw new IllegalArgumentException(
                    "confirm_after_days: " + confirmAfterDays + " (expected: 0.." + LONGEST_DAYS + ")");
        }
    }

    /** The terms of a merchant of whom nothing was said. */
    public static MerchantTerms usual(String merchant) {
        return new MerchantTerms(merchant, 0, DEFAULT_DAYS, Clawback.OFFSET);
    }

    @Override
    public String key() {
        return merchant;
    }

    public Duration confirmAfter() {
        return Duration.ofDays(confirmAfterDays);
    }
}
