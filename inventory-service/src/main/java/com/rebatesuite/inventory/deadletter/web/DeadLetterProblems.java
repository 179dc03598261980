package com.rebatesuite.inventory.deadletter.web;

import com.rebatesuite.inventory.deadletter.DeadLetters.DeadLettersUnavailable;
import com.rebatesuite.inventory.deadletter.DeadLetters.UnknownDeadTopic;
import com.rebatesuite.inventory.deadletter.HandleDeadLetter.NoOrigin;
import com.rebatesuite.inventory.deadletter.HandleDeadLetter.UnknownDeadLetter;
import com.rebatesuite.inventory.deadletter.Handlings.AlreadyHandled;
import com.rebatesuite.inventory.deadletter.RecordId;
import com.rebatesuite.platform.problem.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What cannot be done with a dead letter. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class DeadLetterProblems {

    /** Reads what stands in the path. */
    static RecordId id(String id) {
        try {
            return RecordId.parse(id);
        } catch (IllegalArgumentException unreadable) {
            throw Problems.refusal(Problems.of(
                    HttpStatus.BAD_REQUEST, "invalid-request", "id: " + id + " (expected: topic:partition:offset)"));
        }
    }

    @ExceptionHandler
    ProblemDetail unknownTopic(UnknownDeadTopic unknown) {
        return Problems.of(HttpStatus.NOT_FOUND, "unknown-dead-topic", String.valueOf(unknown.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownDeadLetter unknown) {
        return Problems.of(HttpStatus.NOT_FOUND, "unknown-dead-letter", String.valueOf(unknown.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail handled(AlreadyHandled handled) {
        return Problems.of(HttpStatus.CONFLICT, "already-handled", String.valueOf(handled.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail noOrigin(NoOrigin none) {
        return Problems.of(HttpStatus.CONFLICT, "no-origin", String.valueOf(none.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> away(DeadLettersUnavailable away) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(Problems.retryable(
                        HttpStatus.SERVICE_UNAVAILABLE, "dead-letters-unavailable", String.valueOf(away.getMessage())));
    }
}
