package com.rebatesuite.rebate.live.web;

import com.rebatesuite.platform.problem.Problems;
import com.rebatesuite.platform.security.Caller;
import com.rebatesuite.rebate.live.LiveBalances;
import com.rebatesuite.rebate.live.TooManyStreams;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The caller's balance, at once or from the last event he has seen, and after every change, until the token expires. */
@RestController
class StreamController {

    /** A token without an end is asked for again all the same. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final LiveBalances live;
    private final Clock clock;

    StreamController(LiveBalances live, Clock clock) {
        this.live = live;
        this.clock = clock;
    }

    @GetMapping(path = "/api/rebates/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> stream(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) @AuthenticationPrincipal Jwt token,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        // No timeout of its own: the stream ends with the token.
        var emitter = new SseEmitter(0L);
        live.watch(caller.subject(), end(token.getExpiresAt()), seen(lastEventId), new SsePush(emitter));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body(emitter);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooMany(TooManyStreams tooMany) {
        var status = HttpStatus.SERVICE_UNAVAILABLE;
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.RETRY_AFTER, "10")
                .body(Problems.retryable(status, "too-many-streams", String.valueOf(tooMany.getMessage())));
    }

    /** What is no version of ours is not worth a refusal: its watcher sees the present. */
    private static @Nullable Long seen(@Nullable String lastEventId) {
        return lastEventId != null && lastEventId.matches("[0-9]{1,18}") ? Long.valueOf(lastEventId) : null;
    }

    private Instant end(@Nullable Instant expiry) {
        var latest = clock.instant().plus(LONGEST);
        return expiry == null || expiry.isAfter(latest) ? latest : expiry;
    }
}
