package com.rebatesuite.rebate.settlement.web;

import com.rebatesuite.platform.problem.Problems;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** When a partner paid: now, if nothing is said. */
final class SettledAt {

    /** So far may the partner's clock be ahead of ours. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private SettledAt() {}

    static Instant of(@Nullable Instant said, Instant now) {
        var latest = now.plus(AHEAD);
        if (said != null && said.isAfter(latest)) {
            var detail = "occurred_at: " + said + " (expected: not after " + latest + ")";
            throw Problems.refusal(Problems.of(HttpStatus.BAD_REQUEST, "invalid-request", detail));
        }
        return said == null ? now : said;
    }
}
