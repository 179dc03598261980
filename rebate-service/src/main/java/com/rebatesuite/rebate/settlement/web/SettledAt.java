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
        if (said != null && said.isAfter(now.plus(AHEAD))) {
            var detail = "occurred_at: " + said + " (expected: not after now, " + now + ")";
            throw Problems.refusal(Problems.of(HttpStatus.BAD_REQUEST, "invalid-request", detail));
        }
        return said == null ? now : said;
    }
}
