package com.rebatesuite.rebate.rule.web;

import com.rebatesuite.rebate.rule.ChangeRule.Wording;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a rule shall read. Without merchant or category it is for all of them; without {@code active} it is active. */
record RuleRequest(
        @NotBlank @Size(max = 200) String title,
        @Nullable @Size(min = 1, max = 100) String merchant,
        @Nullable @Size(min = 1, max = 100) String category,
        @NotNull @Min(0) @Max(10_000) Integer rateBasisPoints,
        @NotNull Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable Boolean active) {

    @AssertTrue(message = "valid_until must be after valid_from") boolean isValidityForward() {
        return validUntil == null || validUntil.isAfter(validFrom);
    }

    Wording wording() {
        return new Wording(title, merchant, category, rateBasisPoints, validFrom, validUntil, active == null || active);
    }
}
